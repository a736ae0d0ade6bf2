package dev.hubcast.testing;

import dev.hubcast.TransportType;
import dev.hubcast.connection.ConnectionSetup;
import dev.hubcast.connection.HubConnection;
import dev.hubcast.connection.LocalHub;
import dev.hubcast.protocol.Arguments;
import dev.hubcast.protocol.Handshake;
import dev.hubcast.protocol.HubMessage;
import dev.hubcast.protocol.HubMessage.Close;
import dev.hubcast.protocol.HubMessage.Completion;
import dev.hubcast.protocol.HubMessage.Invocation;
import dev.hubcast.protocol.Payload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** A client's side of a connection: says records, reads records. */
final class ClientSession implements MemoryTransport.Client {

    private static final byte[] HANDSHAKE = "{\"protocol\":\"json\",\"version\":1}\u001e".getBytes(StandardCharsets.UTF_8);

    private final Wire wire;
    private final UnansweredCalls calls;
    private final Inbox<ReceivedMessage> inbox = new Inbox<>();
    private final Set<String> ignored = ConcurrentHashMap.newKeySet();
    private final MemoryTransport transport;
    private final CompletableFuture<Void> answered = new CompletableFuture<>();
    private volatile boolean connected;
    private volatile String closeError;

    ClientSession(Wire wire, CallersThread thread, LocalHub hub, ConnectionSetup setup, TransportType type) {
        this.wire = wire;
        this.calls = new UnansweredCalls(thread);
        this.transport = new MemoryTransport(type, hub, setup, this);
    }

    HubConnection connection() {
        return transport.connection();
    }

    boolean isConnected() {
        return connected;
    }

    /** What the hub said of an error when it ended the connection, null if nothing. */
    String closeError() {
        return closeError;
    }

    Inbox<ReceivedMessage> inbox() {
        return inbox;
    }

    void ignore(Set<String> methods) {
        ignored.addAll(methods);
        inbox.removeIf(message -> ignored.contains(message.method()));
    }

    /** Shakes hands; what is returned completes when that is answered, one way or the other. */
    CompletableFuture<?> open() {
        transport.say(HANDSHAKE);
        return answered;
    }

    /**
     * Completes, one way or the other, when the hub has done what it was asked for by now, {@code @OnOpen} included, and what was sent by
     * now is here. Does not wait for a call that is not over.
     */
    CompletableFuture<?> settled() {
        if (!connected || !calls.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        String id = calls.nextId();
        CompletableFuture<?> answer = calls.add(id);
        connection().inTurn(() -> connection().send(Completion.result(id, null)));
        if (!connected) {
            cancelCalls();
        }
        return answer;
    }

    CompletableFuture<Arguments> call(String method, List<?> arguments) {
        String id = calls.nextId();
        byte[] record = wire.write(new Invocation(id, method, Arguments.of(arguments), List.of()));
        CompletableFuture<Arguments> answer = calls.add(id);
        transport.say(record);
        if (!connected) { // what was asked for before the end was failed by it
            cancelCalls();
        }
        return answer;
    }

    void say(HubMessage message) {
        transport.say(wire.write(message));
    }

    void leave() {
        transport.leave();
    }

    void vanish() {
        transport.vanish();
    }

    @Override
    public void receive(Payload record) {
        if (!answered.isDone()) {
            connected = record.text().equals(Handshake.ACCEPTED.text());
            closeError = Wire.object(record).getString("error", null);
            answered.complete(null);
            return;
        }
        HubMessage message = wire.read(record);
        if (message instanceof Invocation call && !ignored.contains(call.target())) {
            inbox.add(wire.received(record));
        } else if (message instanceof Completion completion) {
            calls.answered(completion);
        } else if (message instanceof Close close) {
            closeError = close.error();
        }
    }

    @Override
    public void closed() {
        connected = false;
        answered.complete(null);
        cancelCalls();
    }

    private void cancelCalls() {
        calls.fail("Invocation canceled due to the underlying connection being closed.");
    }
}
