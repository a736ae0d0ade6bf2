package dev.hubcast.connection;

import dev.hubcast.protocol.HubMessage.Close;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.CloseReason.CloseCodes;

/**
 * Why and how a connection ends: what the client reads, what {@code @OnClose} hears, and whether there is anybody left to talk to.
 *
 * @param reason for {@code @OnClose} and the log
 * @param record the last record for the client, null for none
 * @param manner how the transport ends
 * @param dropsCalls whether calls that have not begun are forgotten
 */
record Ending(CloseReason reason, Close record, Manner manner, boolean dropsCalls) {

    private static final String ERROR = "Connection closed with an error.";

    /** The most bytes of a phrase that a WebSocket close frame takes (RFC 6455, section 5.5). */
    private static final int LONGEST_PHRASE = 123;

    enum Manner {
        /** What waits is written, then the transport is closed. */
        IN_ORDER,
        /** The transport is aborted: the peer does not read. */
        ABRUPT,
        /** The transport is gone already. */
        GONE
    }

    static Ending closedByClient(String error) {
        return new Ending(reason(CloseCodes.NORMAL_CLOSURE, error), new Close(null, false), Manner.IN_ORDER, false);
    }

    /** With 1008 a container's own WebSocket ends by itself with its HTTP session; then calls that wait are not made either. */
    static Ending transportClosed(CloseReason reason) {
        return new Ending(reason, null, Manner.GONE, reason.getCloseCode() == CloseCodes.VIOLATED_POLICY);
    }

    static Ending peerClosing(CloseReason reason) {
        return new Ending(reason, null, Manner.IN_ORDER, false);
    }

    /** An answer that the client still waits for may read of it, as in the reference server. */
    static Ending deletedByClient() {
        return new Ending(reason(CloseCodes.NORMAL_CLOSURE, "Deleted by the client."), new Close(null, true), Manner.IN_ORDER, false);
    }

    static Ending abortedByHub() {
        return new Ending(reason(CloseCodes.NORMAL_CLOSURE, "Aborted by the hub."), new Close(null, false), Manner.IN_ORDER, true);
    }

    static Ending openFailed(String detail) {
        return new Ending(
                reason(CloseCodes.UNEXPECTED_CONDITION, "@OnOpen failed."), new Close(error(detail), false), Manner.IN_ORDER, true);
    }

    static Ending badRecord(String detail) {
        return new Ending(
                reason(CloseCodes.PROTOCOL_ERROR, "Bad record."), new Close(error(detail), true), Manner.IN_ORDER, true);
    }

    static Ending messageTooBig(String detail) {
        return new Ending(
                reason(CloseCodes.TOO_BIG, "Message over the limit."), new Close(error(detail), true), Manner.IN_ORDER, true);
    }

    static Ending handshakeRefused(String why) {
        return new Ending(reason(CloseCodes.PROTOCOL_ERROR, why), null, Manner.IN_ORDER, true);
    }

    static Ending clientSilent(String detail) {
        return new Ending(
                reason(CloseCodes.CLOSED_ABNORMALLY, "Client timeout."), new Close(error(detail), true), Manner.IN_ORDER, true);
    }

    /** As the reference server does. The client would meet the same again. */
    static Ending unspeakable() {
        return new Ending(
                reason(CloseCodes.UNEXPECTED_CONDITION, "A message cannot be said in the client's protocol."), new Close(ERROR, false),
                Manner.IN_ORDER, true);
    }

    static Ending slow(String phrase) {
        return new Ending(reason(CloseCodes.TRY_AGAIN_LATER, phrase), null, Manner.ABRUPT, true);
    }

    static Ending flood() {
        return new Ending(reason(CloseCodes.TRY_AGAIN_LATER, "Too many calls wait."), null, Manner.ABRUPT, true);
    }

    static Ending writeFailed() {
        return new Ending(reason(CloseCodes.CLOSED_ABNORMALLY, "Write failed."), null, Manner.ABRUPT, false);
    }

    /** A client that has not been answered its handshake yet would not understand a record. */
    static Ending shutdown() {
        return new Ending(reason(CloseCodes.GOING_AWAY, "Shutdown."), new Close(null, true), Manner.IN_ORDER, true);
    }

    /** As the reference server ends a connection whose authentication expires: the client may come back, and is asked anew who it is. */
    static Ending sessionEnded() {
        return new Ending(
                reason(CloseCodes.VIOLATED_POLICY, "The HTTP session has ended."),
                new Close("Connection closed because its HTTP session has ended.", true), Manner.IN_ORDER, true);
    }

    /**
     * What a WebSocket is closed with: Close records tell more, so all ends are alike but the one that Jakarta WebSocket 2.1, section 7.2,
     * has a code for.
     */
    CloseCode closeCode() {
        return reason.getCloseCode() == CloseCodes.VIOLATED_POLICY ? CloseCodes.VIOLATED_POLICY : CloseCodes.NORMAL_CLOSURE;
    }

    /** Whether an administrator should read of it: the server gave a client up. */
    boolean isNotable() {
        return reason.getCloseCode() == CloseCodes.TRY_AGAIN_LATER;
    }

    private static String error(String detail) {
        return detail == null ? ERROR : ERROR + " " + detail;
    }

    private static CloseReason reason(CloseCode code, String phrase) {
        return new CloseReason(code, phrase == null ? "" : fitting(phrase));
    }

    /** As many whole characters as fit. */
    private static String fitting(String text) {
        int bytes = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            bytes += utf8Length(text.codePointAt(at));
            if (bytes > LONGEST_PHRASE) {
                return text.substring(0, at);
            }
        }
        return text;
    }

    private static int utf8Length(int character) {
        if (character < 0x80) {
            return 1;
        }
        return character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }
}
