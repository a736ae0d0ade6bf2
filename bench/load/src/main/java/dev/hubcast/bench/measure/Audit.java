package dev.hubcast.bench.measure;

/**
 * Checks every message of every connection, from the first of the warm-up on.
 */
public final class Audit {

    private final SequenceCheck[] checks;
    private final boolean[] over;
    private long lost;
    private long damaged;
    private long closed;

    /**
     * Expects messages number 0, 1, 2 and so on at each connection.
     *
     * @param connections how many connections there are
     */
    public Audit(int connections) {
        checks = new SequenceCheck[connections];
        for (int i = 0; i < connections; i++) {
            checks[i] = new SequenceCheck();
        }
        over = new boolean[connections];
    }

    /**
     * Takes note of a message.
     *
     * @param connection who got it
     * @param sequence its number
     * @return whether it is the first with this number there
     */
    public boolean arrived(int connection, long sequence) {
        return checks[connection].arrived(sequence);
    }

    /** Takes note of a message that was changed or went to the wrong connection. */
    public void damaged() {
        damaged++;
    }

    /**
     * Takes note of the end of a connection: what it has not got by now is lost, what is sent later was never meant for it.
     *
     * @param connection whose end
     * @param sent how many messages it should have got
     */
    public void closed(int connection, long sent) {
        over[connection] = true;
        closed++;
        lost += checks[connection].missing(0, sent);
    }

    /**
     * How many of some messages a connection has not got.
     *
     * @param connection which one
     * @param from number of the first message
     * @param to number after the last message
     * @return the number of those that have not arrived
     */
    public long missing(int connection, long from, long to) {
        return checks[connection].missing(from, to);
    }

    /**
     * Closes the books on a connection that is still open.
     *
     * @param connection which one
     * @param sent how many messages it should have got
     */
    public void finish(int connection, long sent) {
        if (!over[connection]) {
            lost += checks[connection].missing(0, sent);
        }
    }

    /**
     * What was found.
     *
     * @return the sums over all connections
     */
    public Faults faults() {
        long doubled = 0;
        long overtaken = 0;
        for (SequenceCheck check : checks) {
            doubled += check.doubled();
            overtaken += check.overtaken();
        }
        return new Faults(lost, doubled, overtaken, damaged, closed);
    }
}
