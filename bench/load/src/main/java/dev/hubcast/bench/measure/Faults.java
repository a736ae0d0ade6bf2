package dev.hubcast.bench.measure;

/**
 * What went wrong with messages and connections; all zero is a pass.
 *
 * @param lost messages that were sent and never arrived
 * @param doubled messages that arrived again
 * @param overtaken messages that arrived after a later one
 * @param damaged messages that arrived changed, or at the wrong connection
 * @param closed connections that the server ended
 */
public record Faults(long lost, long doubled, long overtaken, long damaged, long closed) {

    /** Nothing went wrong. */
    public static final Faults NONE = new Faults(0, 0, 0, 0, 0);

    /**
     * Adds up the faults of two rounds.
     *
     * @param other the other round's
     * @return the sum
     */
    public Faults plus(Faults other) {
        return new Faults(lost + other.lost, doubled + other.doubled, overtaken + other.overtaken, damaged + other.damaged,
                closed + other.closed);
    }
}
