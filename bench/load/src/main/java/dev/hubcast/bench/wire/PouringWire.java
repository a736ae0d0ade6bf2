package dev.hubcast.bench.wire;

/**
 * A wire over which a server can be asked for many messages.
 */
public interface PouringWire extends Wire {

    /**
     * For how many messages a server may be asked, which is more than it sends before the client has read some, or less than a server
     * without back-pressure keeps for a client.
     *
     * @return the number
     */
    int pouredAtOnce();

    /**
     * Asks for messages.
     *
     * @param count how many
     * @param first the sequence number of the first
     * @param sent nanoseconds on the load tool's clock
     * @return the text to send, valid until the next call
     */
    byte[] pour(int count, long first, long sent);
}
