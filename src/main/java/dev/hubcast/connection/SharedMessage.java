package dev.hubcast.connection;

import dev.hubcast.protocol.HubMessage;
import dev.hubcast.protocol.HubProtocol;
import dev.hubcast.protocol.Payload;
import java.util.IdentityHashMap;
import java.util.Map;

/** A message on its way to many: serialised at its first recipient or before, once for each protocol. Used by one thread at a time. */
final class SharedMessage {

    private final HubMessage message;
    private final Map<HubProtocol, Payload> written = new IdentityHashMap<>(2);

    SharedMessage(HubMessage message) {
        this.message = message;
    }

    Payload in(HubProtocol protocol) {
        Payload payload = written.get(protocol);
        if (payload == null) {
            payload = protocol.write(message);
            written.put(protocol, payload);
        }
        return payload;
    }
}
