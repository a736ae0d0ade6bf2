package dev.hubcast.bench.socket;

/**
 * What a scenario hears of its fleet.
 */
public interface Deliveries {

    /**
     * A measured message has arrived.
     *
     * @param connection who got it
     * @param origin the number of the connection that sent it
     * @param sequence its number there
     * @param latency nanoseconds since it was sent
     */
    void delivered(Connection connection, int origin, long sequence, long latency);

    /**
     * A message has arrived that is not as it was sent.
     *
     * @param connection who got it
     */
    void damaged(Connection connection);

    /**
     * Everything that came in one read has been delivered.
     *
     * @param connection who got it
     */
    default void readDone(Connection connection) {
    }

    /**
     * The server, or the network, has ended an open connection.
     *
     * @param connection which one
     */
    void closed(Connection connection);
}
