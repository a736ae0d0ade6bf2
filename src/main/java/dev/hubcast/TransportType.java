package dev.hubcast;

/** How a client is connected. The names on the wire are SignalR's. */
public enum TransportType {

    /** One WebSocket for both directions. */
    WEB_SOCKETS("WebSockets"),

    /** An event stream to the client, POST requests from it. */
    SERVER_SENT_EVENTS("ServerSentEvents"),

    /** Waiting GET requests to the client, POST requests from it. */
    LONG_POLLING("LongPolling");

    private final String wireName;

    TransportType(String wireName) {
        this.wireName = wireName;
    }

    /**
     * Whether the transport carries binary protocols such as MessagePack; Server-Sent Events are text.
     *
     * @return whether it does
     */
    public boolean carriesBinary() {
        return this != SERVER_SENT_EVENTS;
    }

    /**
     * The transport's name in SignalR's negotiation.
     *
     * @return the name, not null
     */
    public String wireName() {
        return wireName;
    }
}
