package dev.hubcast.websocket;

import dev.hubcast.HubCaller;
import dev.hubcast.HubMethod;
import dev.hubcast.itest.ObservedHub;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What each hub of the application offers. */
public abstract class SocketMethods extends ObservedHub {

    private final Set<String> noted = ConcurrentHashMap.newKeySet();

    @HubMethod
    public String echo(String text) {
        return text;
    }

    @HubMethod
    public int length(String text) {
        return text.length();
    }

    /** Tells by {@link #wasNoted} that a call was made which nobody may answer. */
    @HubMethod
    public void note(String text) {
        noted.add(text);
    }

    @HubMethod
    public boolean wasNoted(String text) {
        return noted.contains(text);
    }

    @HubMethod
    public void fill(HubCaller caller, int records, int bytes) {
        String text = "x".repeat(bytes);
        for (int i = 0; i < records; i++) {
            caller.client().send("filled", text);
        }
    }

    @HubMethod
    public void hangUp(HubCaller caller) {
        caller.abort();
    }
}
