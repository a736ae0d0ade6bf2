package dev.hubcast.conformance;

/** The client's end of a connection that an exchange opened. */
interface Peer {

    void send(Payload payload);

    /** Closes as a client does that is done. */
    void close();

    /** Goes away without a word. */
    void kill();
}
