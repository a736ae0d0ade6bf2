package dev.hubcast.conformance.functional;

import dev.hubcast.Hub;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;

/** A hub that nobody can use, because its constructor asks for a bean that does not exist. */
@Hub(name = "uncreatable")
@ServerEndpoint("/uncreatable")
public class UncreatableHub {

    /** What no bean is. */
    private interface Missing {}

    /** For the container's proxy alone. */
    protected UncreatableHub() {}

    @Inject
    UncreatableHub(Instance<Missing> missing) {
        missing.get();
    }

    public String echo(String message) {
        return message;
    }
}
