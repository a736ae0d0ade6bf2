package dev.hubcast.websocket;

import static dev.hubcast.websocket.Outcome.PASS;
import static dev.hubcast.websocket.Outcome.STUMBLE;
import static dev.hubcast.websocket.Outcome.close;
import static java.util.Map.entry;

import dev.hubcast.itest.ServerUnderTest;
import java.util.Map;
import java.util.Set;

/**
 * Whose WebSocket is under test, and in what a server's own deviates from RFC 6455 and from Hubcast's. The README says the same in the
 * section "Whose WebSocket".
 */
public enum WebSocketOwner {

    HUBCAST(Map.of(), Map.of()),

    /** Payara's. */
    TYRUS(Map.ofEntries(
            // asks for no mask
            entry(BrokenRule.TEXT_WITHOUT_A_MASK, PASS),
            entry(BrokenRule.EMPTY_TEXT_WITHOUT_A_MASK, PASS),
            entry(BrokenRule.A_PING_WITHOUT_A_MASK, PASS),
            entry(BrokenRule.A_CLOSE_WITHOUT_A_MASK, close(1000)),
            // nor for the shortest form of a length
            entry(BrokenRule.A_LENGTH_OF_125_IN_TWO_BYTES, PASS),
            entry(BrokenRule.A_LENGTH_OF_0_IN_TWO_BYTES, PASS),
            entry(BrokenRule.A_LENGTH_OF_1000_IN_EIGHT_BYTES, PASS),
            entry(BrokenRule.A_LENGTH_OF_0_IN_EIGHT_BYTES, PASS),
            // and fails somewhere in its own code
            entry(BrokenRule.A_LENGTH_WITH_THE_HIGHEST_BIT, close(1002, 1011)),
            entry(BrokenRule.A_LENGTH_OF_MINUS_ONE, close(1011))),
            // takes an empty close frame for an ordinary one, and knows some codes not at all
            Map.of(1005, 1000, 1012, 1002, 1013, 1002, 1014, 1002)),

    /** WildFly's. */
    UNDERTOW(Map.ofEntries(
            // asks for no mask of control frames
            entry(BrokenRule.A_PING_WITHOUT_A_MASK, PASS),
            entry(BrokenRule.A_CLOSE_WITHOUT_A_MASK, close(1000)),
            // nor for the shortest form of a length
            entry(BrokenRule.A_LENGTH_OF_125_IN_TWO_BYTES, PASS),
            entry(BrokenRule.A_LENGTH_OF_0_IN_TWO_BYTES, PASS),
            entry(BrokenRule.A_LENGTH_OF_1000_IN_EIGHT_BYTES, PASS),
            entry(BrokenRule.A_LENGTH_OF_0_IN_EIGHT_BYTES, PASS),
            // and loses its place
            entry(BrokenRule.A_LENGTH_WITH_THE_HIGHEST_BIT, STUMBLE)),
            // takes an empty close frame for an ordinary one, and knows some codes not at all
            Map.of(1005, 1000, 1012, 1002, 1013, 1002, 1014, 1002));

    private final Map<BrokenRule, Outcome> otherOutcomes;
    private final Map<Integer, Integer> otherCloses;

    WebSocketOwner(Map<BrokenRule, Outcome> otherOutcomes, Map<Integer, Integer> otherCloses) {
        this.otherOutcomes = otherOutcomes;
        this.otherCloses = otherCloses;
    }

    /** Whose it is where an application says nothing of it: Hubcast's, if the environment of the tests does not say otherwise either. */
    public static WebSocketOwner ofEnvironment() {
        return "container".equals(System.getenv("HUBCAST_WEBSOCKET")) ? ofServer() : HUBCAST;
    }

    /** The one of the server that the tests run on. */
    static WebSocketOwner ofServer() {
        return ServerUnderTest.current() == ServerUnderTest.WILDFLY ? UNDERTOW : TYRUS;
    }

    /** What comes of a broken rule. */
    Outcome of(BrokenRule rule) {
        return otherOutcomes.getOrDefault(rule, close(WebSocketUnderTest.PROTOCOL_ERROR));
    }

    /** The code of the close frame that answers one with this code, 1005 for none. */
    int answerToClose(int code) {
        return otherCloses.getOrDefault(code, code);
    }

    /** The codes that a hub may hear of where this one was answered, or ended a connection that is being written to. */
    public Set<Integer> heard(int code) {
        return this == UNDERTOW ? Set.of(code, 1006) : Set.of(code);
    }

    /** Whether of several headers that name subprotocols the first alone is read. */
    boolean readsOneHeaderOfSubprotocols() {
        return this == UNDERTOW;
    }

    /** Whether frames behind a close frame are read. */
    boolean readsBehindClose() {
        return this == UNDERTOW;
    }

    /** Whether a length below zero may leave a connection that hears nothing more, not even its end. */
    boolean mayHang() {
        return this == UNDERTOW;
    }

    /** Whether it looks into a frame only when it has all of it, however long that is. */
    boolean gathersFrames() {
        return this == TYRUS;
    }

    /** Whether a frame is refused that is longer than any client can hold. */
    boolean refusesEndlessFrames() {
        return this == HUBCAST;
    }

    /** Whether a connection can be ended whose client does not read; otherwise TCP stays open until the client reads or goes. */
    boolean abortsTcp() {
        return this == HUBCAST;
    }
}
