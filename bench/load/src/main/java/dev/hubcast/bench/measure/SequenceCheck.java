package dev.hubcast.bench.measure;

import java.util.HashSet;
import java.util.Set;

/**
 * Tells lost, doubled and overtaken messages of one sender to one receiver.
 */
final class SequenceCheck {

    private long next;
    private long doubled;
    private long overtaken;
    // Null as long as nothing was missing, which for most connections is always.
    private Set<Long> gaps;

    /**
     * Takes note of a message.
     *
     * @return whether it is the first with this number
     */
    boolean arrived(long sequence) {
        if (sequence == next) {
            next++;
            return true;
        }
        if (sequence > next) {
            if (gaps == null) {
                gaps = new HashSet<>();
            }
            for (long missing = next; missing < sequence; missing++) {
                gaps.add(missing);
            }
            next = sequence + 1;
            return true;
        }
        if (gaps != null && gaps.remove(sequence)) {
            overtaken++;
            return true;
        }
        doubled++;
        return false;
    }

    /** How many of the messages with the numbers from (inclusive) to (exclusive) have not arrived. */
    long missing(long from, long to) {
        long never = Math.max(0, to - Math.max(from, next));
        return gaps == null ? never : never + gaps.stream().filter(gap -> gap >= from && gap < to).count();
    }

    long doubled() {
        return doubled;
    }

    long overtaken() {
        return overtaken;
    }
}
