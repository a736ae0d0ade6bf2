package dev.hubcast.itest;

/** What carries a raw client's messages. It does nothing by itself, and reads only where it receives. */
interface RawTransport extends AutoCloseable {

    /** Sends text; returns when the server has taken it. */
    void send(String text);

    /** Receives the next message; the words are for the failure. */
    String receive(String expected, Deadline deadline);

    /** Waits for the end of the connection, and tolerates no message before it. */
    void expectEnd();

    /** Breaks off what carries the server's messages (RST). */
    void reset();

    /** Ends TCP without a word (FIN). */
    @Override
    void close();
}
