package dev.hubcast.jsclient;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;

/** How a client is told to connect. */
enum Way {

    WEB_SOCKETS("WebSockets", false, Protocol.JSON),
    SERVER_SENT_EVENTS("ServerSentEvents", false, Protocol.JSON),
    LONG_POLLING("LongPolling", false, Protocol.JSON),
    STATEFUL("WebSockets", true, Protocol.JSON),
    CHOSEN_BY_THE_CLIENT(null, false, Protocol.JSON),
    MESSAGEPACK_OVER_WEB_SOCKETS("WebSockets", false, Protocol.MESSAGEPACK),
    MESSAGEPACK_BY_LONG_POLLING("LongPolling", false, Protocol.MESSAGEPACK),
    STATEFUL_MESSAGEPACK("WebSockets", true, Protocol.MESSAGEPACK),
    MESSAGEPACK_AS_THE_CLIENT_CHOOSES(null, false, Protocol.MESSAGEPACK);

    private static final class Protocol {

        static final String JSON = "json";
        static final String MESSAGEPACK = "messagepack";
    }

    private final String transport;
    private final boolean stateful;
    private final String protocol;

    Way(String transport, boolean stateful, String protocol) {
        this.transport = transport;
        this.stateful = stateful;
        this.protocol = protocol;
    }

    /** Those that scenarios of the folder are played by. */
    static Set<Way> of(String folder) {
        return switch (folder) {
            case "every-transport" -> EnumSet.complementOf(EnumSet.of(CHOSEN_BY_THE_CLIENT, MESSAGEPACK_AS_THE_CLIENT_CHOOSES));
            case "fallback", "realtime" -> EnumSet.of(CHOSEN_BY_THE_CLIENT);
            case "stateful-reconnect" -> EnumSet.of(STATEFUL, STATEFUL_MESSAGEPACK);
            case "messagepack" -> EnumSet.of(MESSAGEPACK_OVER_WEB_SOCKETS, MESSAGEPACK_BY_LONG_POLLING);
            case "messagepack-fallback" -> EnumSet.of(MESSAGEPACK_AS_THE_CLIENT_CHOOSES);
            default -> throw new IllegalArgumentException("By which transports are scenarios of the folder " + folder + " to be played?");
        };
    }

    /** What {@code stage.js} reads. */
    JsonObject settings(URI address) {
        JsonObjectBuilder settings = Json.createObjectBuilder().add("address", address.toString()).add("stateful", stateful).add("protocol", protocol);
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
