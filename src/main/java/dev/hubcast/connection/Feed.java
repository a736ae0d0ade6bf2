package dev.hubcast.connection;

import jakarta.websocket.CloseReason;

/**
 * What a transport tells its connection. The transport calls {@link #received}, {@link #peerClosing} and {@link #transportClosed} one at a
 * time; the rest may be called by any thread.
 */
public interface Feed {

    /**
     * The connection that is fed.
     *
     * @return the connection
     */
    HubConnection connection();

    /**
     * Takes bytes from the client; never runs hub code.
     *
     * @param bytes the bytes, which are not kept
     * @param from where they begin
     * @param to where they end
     * @return whether there is room for more; a transport that gets false should stop reading until {@link #awaitRoom} answers true
     */
    boolean received(byte[] bytes, int from, int to);

    /**
     * Waits until there is room for more of the client's bytes.
     *
     * @param nanos how long, at most
     * @return whether there is room
     * @throws InterruptedException if the thread was interrupted
     */
    boolean awaitRoom(long nanos) throws InterruptedException;

    /**
     * Runs an action as soon as there is room for more of the client's bytes, for a transport that can stop reading.
     *
     * @param action run once, at once or by the thread that makes room
     */
    void whenRoom(Runnable action);

    /** The transport, which was not ready, {@linkplain Transport#isReady() is} again. */
    void writable();

    /**
     * The client has said its last, and the transport waits for {@link Transport#close}: what the client called is done, what waits for it
     * is written first.
     *
     * @param reason what the client said
     */
    void peerClosing(CloseReason reason);

    /** The client has ended the connection by a request of its own, and may still wait for an answer to another one. */
    void deleted();

    /** Ends the connection because its client floods it and the transport cannot push back. */
    void flooded();

    /**
     * The transport has ended, by whoever's doing.
     *
     * @param reason what it says of it; {@code CLOSED_ABNORMALLY} if it broke
     */
    void transportClosed(CloseReason reason);
}
