package dev.hubcast.bench.wire;

import java.net.URI;

/**
 * How to talk to one kind of server.
 *
 * <p>A wire keeps no state of a connection; what it finds it tells to {@link WireEvents}.
 */
public interface Wire {

    /**
     * What carries the texts.
     *
     * @return a WebSocket, if the wire says nothing else
     */
    default Carrier carrier() {
        return Carrier.WEBSOCKET;
    }

    /**
     * What the first request asks for.
     *
     * @param url the server's address as the user gave it
     * @return path and query
     */
    String requestTarget(URI url);

    /**
     * Says the client's first words, if it speaks first.
     *
     * @param events where to answer
     */
    void connected(WireEvents events);

    /**
     * What a client says before it goes, over a carrier that has no goodbye of its own.
     *
     * @return the text to send, or an empty one
     */
    default byte[] goodbye() {
        return new byte[0];
    }

    /**
     * How a connection joins a group; the server acknowledges it.
     *
     * @param group the group's name
     * @return the text to send
     */
    byte[] join(String group);

    /**
     * What keeps a quiet connection alive.
     *
     * @return the text to send from time to time, or an empty one
     */
    byte[] ping();

    /**
     * A message that the server answers to its sender.
     *
     * @return a message of its own
     */
    Message echo();

    /**
     * A message that the server sends to a group.
     *
     * @param group the group's name
     * @return a message of its own
     */
    Message broadcast(String group);

    /**
     * Whether one text may hold several messages, one after the other.
     *
     * @return false if each needs one of its own
     */
    boolean joinsMessages();

    /**
     * Reads one text of the server.
     *
     * @param buffer where it lies
     * @param from where it begins
     * @param to where it ends
     * @param events what to tell
     */
    void received(byte[] buffer, int from, int to, WireEvents events);

    /**
     * Finds a wire by its name.
     *
     * @param name {@code signalr}, {@code signalr-stream}, {@code sse}, {@code raw} or {@code socketio}
     * @return the wire
     */
    static Wire named(String name) {
        return switch (name) {
            case "signalr" -> new SignalRWire(Carrier.WEBSOCKET);
            case "signalr-stream" -> new SignalRStreamWire();
            case "sse" -> new SignalRWire(Carrier.EVENT_STREAM);
            case "raw" -> new RawWire();
            case "socketio" -> new SocketIoWire();
            default -> throw new IllegalArgumentException("no wire '" + name + "': take signalr, signalr-stream, sse, raw or socketio");
        };
    }
}
