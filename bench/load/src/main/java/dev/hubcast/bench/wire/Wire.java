package dev.hubcast.bench.wire;

import java.net.URI;

/**
 * How to talk to one kind of server over a WebSocket.
 *
 * <p>A wire keeps no state of a connection; what it finds it tells to {@link WireEvents}.
 */
public interface Wire {

    /**
     * What the upgrade request asks for.
     *
     * @param url the server's address as the user gave it
     * @return path and query
     */
    String requestTarget(URI url);

    /**
     * Says the client's first words after the upgrade, if it speaks first.
     *
     * @param events where to answer
     */
    void upgraded(WireEvents events);

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
     * Whether one frame may carry several messages, one after the other.
     *
     * @return false if each needs a frame of its own
     */
    boolean joinsMessages();

    /**
     * Reads one text message of the server.
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
     * @param name {@code signalr}, {@code raw} or {@code socketio}
     * @return the wire
     */
    static Wire named(String name) {
        return switch (name) {
            case "signalr" -> new SignalRWire();
            case "raw" -> new RawWire();
            case "socketio" -> new SocketIoWire();
            default -> throw new IllegalArgumentException("no wire '" + name + "': take signalr, raw or socketio");
        };
    }
}
