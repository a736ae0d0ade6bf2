package dev.hubcast.websocket;

import static java.util.Map.entry;

import dev.hubcast.itest.ServerUnderTest;
import java.util.Map;
import java.util.Set;

/**
 * Whose WebSocket is under test, and in what a server's own deviates from RFC 6455 and from Hubcast's. The README says the same in the
 * section "Whose WebSocket".
 */
enum WebSocketOwner {

    HUBCAST(Map.of(), Map.of()),

    /**
     * Payara's: it asks for no mask and no shortest length, stumbles over negative lengths, takes an empty close frame for code 1000, and
     * does not know the codes 1012 to 1014 from a client.
     */
    TYRUS(Map.ofEntries(
            entry(BrokenRule.TEXT_WITHOUT_A_MASK, WebSocketUnderTest.PASSES),
            entry(BrokenRule.EMPTY_TEXT_WITHOUT_A_MASK, WebSocketUnderTest.PASSES),
            entry(BrokenRule.A_PING_WITHOUT_A_MASK, WebSocketUnderTest.PASSES),
            entry(BrokenRule.A_CLOSE_WITHOUT_A_MASK, Set.of(1000)),
            entry(BrokenRule.A_LENGTH_OF_125_IN_TWO_BYTES, WebSocketUnderTest.PASSES),
            entry(BrokenRule.A_LENGTH_OF_0_IN_TWO_BYTES, WebSocketUnderTest.PASSES),
            entry(BrokenRule.A_LENGTH_OF_1000_IN_EIGHT_BYTES, WebSocketUnderTest.PASSES),
            entry(BrokenRule.A_LENGTH_OF_0_IN_EIGHT_BYTES, WebSocketUnderTest.PASSES),
            entry(BrokenRule.A_LENGTH_WITH_THE_HIGHEST_BIT, Set.of(1002, 1011)),
            entry(BrokenRule.A_LENGTH_OF_MINUS_ONE, Set.of(1011))),
            Map.of(1005, 1000, 1012, 1002, 1013, 1002, 1014, 1002)),

    /** WildFly's. */
    UNDERTOW(Map.of(), Map.of());

    private final Map<BrokenRule, Set<Integer>> otherAnswers;
    private final Map<Integer, Integer> otherCloses;

    WebSocketOwner(Map<BrokenRule, Set<Integer>> otherAnswers, Map<Integer, Integer> otherCloses) {
        this.otherAnswers = otherAnswers;
        this.otherCloses = otherCloses;
    }

    /** The one of the server that the tests run on. */
    static WebSocketOwner ofServer() {
        return ServerUnderTest.current() == ServerUnderTest.WILDFLY ? UNDERTOW : TYRUS;
    }

    /** The close codes that may answer a broken rule, none if it passes. */
    Set<Integer> answersTo(BrokenRule rule) {
        return otherAnswers.getOrDefault(rule, Set.of(WebSocketUnderTest.PROTOCOL_ERROR));
    }

    /** The code of the close frame that answers one with this code, 1005 for none. */
    int answerToClose(int code) {
        return otherCloses.getOrDefault(code, code);
    }

    /** Whether it looks into a frame only when it has all of it. */
    boolean gathersFrames() {
        return this != HUBCAST;
    }

    /** Whether a connection can be ended whose client does not read; otherwise TCP stays open until the client reads or goes. */
    boolean abortsTcp() {
        return this == HUBCAST;
    }
}
