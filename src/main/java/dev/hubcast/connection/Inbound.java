package dev.hubcast.connection;

import dev.hubcast.connection.CallQueue.Kind;
import dev.hubcast.connection.CallQueue.Step;
import dev.hubcast.connection.CallQueue.Urgent;
import dev.hubcast.protocol.Handshake;
import dev.hubcast.protocol.HubMessage;
import dev.hubcast.protocol.HubMessage.Ack;
import dev.hubcast.protocol.HubMessage.CancelInvocation;
import dev.hubcast.protocol.HubMessage.Close;
import dev.hubcast.protocol.HubMessage.Invocation;
import dev.hubcast.protocol.HubMessage.Ping;
import dev.hubcast.protocol.HubProtocol;
import dev.hubcast.protocol.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Turns what a client sends into steps of its connection. For the transport's thread alone, but where it says otherwise. */
final class Inbound {

    private final HubConnection connection;
    private final Reception reception;
    private final LocalHub hub;
    private RecordReader reader;
    /** Null unless the client may come back and has shaken hands for it. */
    private volatile InboundSequence sequence;
    /** What the next record is read by: known before the handshake's step has run, null before the handshake. */
    private HubProtocol protocol;
    /** After a broken rule nothing more is read. */
    private boolean deaf;

    Inbound(HubConnection connection, Reception reception, LocalHub hub) {
        this.connection = connection;
        this.reception = reception;
        this.hub = hub;
        restartReader();
    }

    private void restartReader() {
        reader = new RecordReader(hub.options().maximumReceiveMessageSize());
    }

    /** Another transport begins, with a record of its own. */
    void restart() {
        restartReader();
        sequence.restart();
    }

    /** The number of the last message that the client is now told has arrived, 0 if there is nothing to tell. For the clock. */
    long acknowledge() {
        InboundSequence counted = sequence;
        return counted == null ? 0 : counted.acknowledge();
    }

    /** The steps that these bytes complete, in their order. */
    List<Step> read(byte[] bytes, int from, int to) {
        if (deaf) {
            return List.of();
        }
        Records records = new Records();
        try {
            reader.read(bytes, from, to, records);
        } catch (ProtocolException | MessageTooBigException e) {
            deaf = true;
            records.steps.add(() -> reception.broken(e));
        }
        return records.steps;
    }

    private final class Records implements RecordReader.Records {

        private final List<Step> steps = new ArrayList<>(4);

        /** A binary record says its length where it begins; a text record ends at a terminator, which was not among what was seen. */
        @Override
        public int end(byte[] bytes, int from, int seen, int to) {
            return protocol == null
                    ? Handshake.end(bytes, seen, to)
                    : protocol.endOfRecord(bytes, protocol.binary() ? from : seen, to);
        }

        @Override
        public boolean take(byte[] bytes, int from, int end) {
            if (protocol == null) {
                handshake(Handshake.read(bytes, from, end));
            } else {
                message(protocol.read(bytes, from, end), end - from);
            }
            return !deaf;
        }

        private void handshake(Handshake handshake) {
            HubProtocol wanted = hub.protocol(handshake.protocol());
            String refusal = refusal(handshake, wanted);
            if (refusal != null) {
                deaf = true;
                steps.add(() -> reception.refuse(refusal));
            } else {
                protocol = wanted;
                boolean sequenced = handshake.version() >= Handshake.SEQUENCED_VERSION && connection.mayBeSequenced();
                sequence = sequenced ? new InboundSequence() : null;
                steps.add(() -> reception.accept(wanted, sequenced));
            }
        }

        private void message(HubMessage message, int size) {
            if (sequence != null && !sequence.admits(message)) {
                return;
            }
            if (message instanceof Ping) {
                connection.pinged();
            } else if (message instanceof Ack ack) {
                connection.acknowledged(ack.sequenceId());
            } else if (message instanceof Close close) {
                steps.add(() -> {
                    connection.end(Ending.closedByClient(close.error()));
                    return null;
                });
            } else if (message instanceof CancelInvocation cancel) {
                steps.add(new Cancellation(cancel, size));
            } else if (message.isSequenced()) {
                steps.add(new Call(message, size));
            }
        }
    }

    private String refusal(Handshake handshake, HubProtocol wanted) {
        if (wanted == null) {
            return "The protocol '" + handshake.protocol() + "' is not supported.";
        }
        if (handshake.version() > Handshake.NEWEST_VERSION) {
            return "The server does not support version " + handshake.version() + " of the '" + wanted.name() + "' protocol.";
        }
        if (wanted.binary() && !connection.transport().carriesBinary()) {
            return "Cannot use the '" + wanted.name() + "' protocol on the current transport."
                    + " The transport does not support 'Binary' transfer format.";
        }
        return null;
    }

    /** Of a call that has not begun it waits behind it. */
    private final class Cancellation implements Urgent {

        private final CancelInvocation message;
        private final int bytes;

        Cancellation(CancelInvocation message, int bytes) {
            this.message = message;
            this.bytes = bytes;
        }

        @Override
        public boolean tryNow() {
            return connection.cancel(message.invocationId());
        }

        @Override
        public CompletionStage<?> run() {
            tryNow();
            return null;
        }

        @Override
        public int bytes() {
            return bytes;
        }

        @Override
        public Kind kind() {
            return Kind.BESIDE;
        }
    }

    private final class Call implements Step {

        private final HubMessage message;
        private final int bytes;

        Call(HubMessage message, int bytes) {
            this.message = message;
            this.bytes = bytes;
        }

        @Override
        public CompletionStage<?> run() {
            return connection.handle(message, kind() == Kind.CALL ? () -> connection.giveUpTurn(this) : Turn.NONE);
        }

        @Override
        public int bytes() {
            return bytes;
        }

        /** A call that uploads runs until its items have come, so it runs beside calls, as one does that streams its results. */
        @Override
        public Kind kind() {
            return message instanceof Invocation call && call.streamIds().isEmpty() ? Kind.CALL : Kind.BESIDE;
        }
    }
}
