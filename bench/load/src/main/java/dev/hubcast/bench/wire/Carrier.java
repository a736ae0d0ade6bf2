package dev.hubcast.bench.wire;

/**
 * What carries a wire's texts.
 */
public enum Carrier {

    /** A WebSocket, both ways. */
    WEBSOCKET("ws"),

    /** Server-Sent Events from the server and POSTs to it, as SignalR negotiates them. */
    EVENT_STREAM("http");

    private final String scheme;

    Carrier(String scheme) {
        this.scheme = scheme;
    }

    /**
     * How the address of a server begins.
     *
     * @return the scheme without its colon
     */
    public String scheme() {
        return scheme;
    }
}
