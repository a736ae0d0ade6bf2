package dev.hubcast.bench.wire;

/**
 * What a wire finds in the text that a server sent.
 */
public interface WireEvents {

    /** The server has accepted the client: calls may begin. */
    void greeted();

    /** The server has answered a call that carries no payload, such as joining a group. */
    void acknowledged();

    /**
     * A measured message has arrived.
     *
     * @param buffer where it lies, valid during the call
     * @param at where its payload begins
     * @param to where the received message ends
     */
    void payload(byte[] buffer, int at, int to);

    /**
     * The protocol wants an answer at once.
     *
     * @param text what to send
     */
    void reply(byte[] text);

    /**
     * The server said something that ends the measurement on this connection.
     *
     * @param reason what it said
     */
    void failed(String reason);
}
