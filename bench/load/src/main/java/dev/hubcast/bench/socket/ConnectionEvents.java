package dev.hubcast.bench.socket;

/**
 * What connections tell the fleet they belong to.
 */
interface ConnectionEvents {

    /** The server has accepted the client. */
    void opened(Connection connection);

    /** A call without payload was answered. */
    void acknowledged(Connection connection);

    /** A payload came in; it lies in the buffer during the call only. */
    void payload(Connection connection, byte[] buffer, int at, int to, long received);

    /** Everything that came in one read has been handed over. */
    void readDone(Connection connection);

    /** The connection is over, by whoever's doing. */
    void closed(Connection connection, String reason);
}
