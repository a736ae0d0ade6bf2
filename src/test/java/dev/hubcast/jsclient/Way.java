package dev.hubcast.jsclient;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;

/** How a client is told to connect. */
enum Way {

    WEB_SOCKETS("WebSockets", false),
    SERVER_SENT_EVENTS("ServerSentEvents", false),
    LONG_POLLING("LongPolling", false),
    STATEFUL("WebSockets", true),
    CHOSEN_BY_THE_CLIENT(null, false);

    private final String transport;
    private final boolean stateful;

    Way(String transport, boolean stateful) {
        this.transport = transport;
        this.stateful = stateful;
    }

    /** Those that scenarios of the folder are played by. */
    static Set<Way> of(String folder) {
        return switch (folder) {
            case "every-transport" -> EnumSet.complementOf(EnumSet.of(CHOSEN_BY_THE_CLIENT));
            case "fallback" -> EnumSet.of(CHOSEN_BY_THE_CLIENT);
            case "stateful-reconnect" -> EnumSet.of(STATEFUL);
            default -> throw new IllegalArgumentException("By which transports are scenarios of the folder " + folder + " to be played?");
        };
    }

    /** What {@code stage.js} reads. */
    JsonObject settings(URI address) {
        JsonObjectBuilder settings = Json.createObjectBuilder().add("address", address.toString()).add("stateful", stateful);
        if (transport != null) {
            settings.add("transport", transport);
        }
        return settings.build();
    }

    @Override
    public String toString() {
        return name().toLowerCase().replace('_', ' ');
    }
}
