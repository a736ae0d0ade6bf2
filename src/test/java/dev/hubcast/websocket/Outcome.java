package dev.hubcast.websocket;

import java.util.Set;

/**
 * What comes of frames that break a rule.
 *
 * @param closeCodes the codes of the close frames that may end their connection, none if nothing has to
 * @param certain whether it is always the same
 */
record Outcome(Set<Integer> closeCodes, boolean certain) {

    /** They are taken as if they were right. */
    static final Outcome PASS = new Outcome(Set.of(), true);

    /** Their connection may hang, or end, or go on. */
    static final Outcome STUMBLE = new Outcome(Set.of(), false);

    /** They end their connection by a close frame with one of these codes. */
    static Outcome close(Integer... codes) {
        return new Outcome(Set.of(codes), true);
    }
}
