package dev.hubcast.connection;

import dev.hubcast.protocol.HubMessage;
import dev.hubcast.protocol.HubMessage.Sequence;
import dev.hubcast.protocol.ProtocolException;

/**
 * Counts the messages of a client that may come back, so that those which it sends again are taken once ({@code HubProtocol.md},
 * "Sequence Message Encoding"; numbers are counted, never sent with a message). Used by the transport's thread and the clock's.
 */
final class InboundSequence {

    /** The highest number that was taken. */
    private long taken;
    /** The number of the message that was read last from the present transport. */
    private long read;
    private boolean awaited;
    /** The highest number that the client knows to have arrived. */
    private long acknowledged;

    /** A new transport begins: nothing counts before it has said where it goes on. */
    synchronized void restart() {
        awaited = true;
    }

    /** Whether the message is to be handled. Throws {@link ProtocolException} if the client leaves a gap. */
    synchronized boolean admits(HubMessage message) {
        if (message instanceof Sequence sequence) {
            goOnAt(sequence.sequenceId());
            return false;
        }
        if (awaited) {
            return false;
        }
        if (!message.isSequenced()) {
            return true;
        }
        read++;
        if (read <= taken) {
            return false;
        }
        taken = read;
        return true;
    }

    private void goOnAt(long next) {
        if (next < 1) {
            throw new ProtocolException("A sequence begins at 1.");
        }
        if (next > taken + 1) {
            throw new ProtocolException("Sequence ID greater than amount of messages we've received.");
        }
        read = next - 1;
        acknowledged = read; // it would have sent again what it does not know to have arrived
        awaited = false;
    }

    /** The number to acknowledge, which is done with this; 0 if the client knows all, or would not listen yet. */
    synchronized long acknowledge() {
        if (awaited || taken == acknowledged) {
            return 0;
        }
        acknowledged = taken;
        return taken;
    }
}
