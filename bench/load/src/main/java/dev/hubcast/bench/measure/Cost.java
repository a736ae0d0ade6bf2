package dev.hubcast.bench.measure;

/**
 * Processor time and time that passed, in microseconds.
 *
 * @param server user and system time of the server's process
 * @param client user and system time of the load tool's process
 * @param wall time that passed
 */
public record Cost(long server, long client, long wall) {

    /** Nothing was used. */
    public static final Cost NONE = new Cost(0, 0, 0);

    /**
     * What was used since an earlier reading.
     *
     * @param earlier the earlier reading
     * @return the difference
     */
    public Cost since(Cost earlier) {
        return new Cost(server - earlier.server, client - earlier.client, wall - earlier.wall);
    }

    /**
     * Adds up two windows.
     *
     * @param other the other window
     * @return the sum
     */
    public Cost plus(Cost other) {
        return new Cost(server + other.server, client + other.client, wall + other.wall);
    }
}
