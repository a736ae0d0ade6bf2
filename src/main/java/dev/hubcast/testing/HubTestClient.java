package dev.hubcast.testing;

import dev.hubcast.dispatch.HubSender;
import dev.hubcast.protocol.ArgumentBindingException;
import dev.hubcast.protocol.Arguments;
import dev.hubcast.protocol.HubMessage.Invocation;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * A client of the hub under test: calls it and asserts what it hears.
 *
 * <p>When {@link #invoke(String, Object...)} returns, everything is done that the method did: the hub of a {@link HubTester} runs on the
 * thread that calls it. What other threads do, such as those behind a {@link java.util.concurrent.CompletionStage}, is waited for as long
 * as {@link HubTester#patience(Duration)} says.
 *
 * <p>Messages are asserted in the order in which they came, each once. Arguments are compared as JSON: what a client would read alike is
 * alike. Safe for use by any number of threads; assertions belong to one. No argument may be null but those of hub and client methods.
 */
public final class HubTestClient {

    private final String name;
    private final Wire wire;
    private final Patience patience;
    private final ClientSession session;
    private final HubSender<?> expected = new HubSender<>((audience, call) -> requireNext(call));

    HubTestClient(String name, Wire wire, Duration patience, ClientSession session) {
        this.name = name;
        this.wire = wire;
        this.patience = new Patience(name, patience);
        this.session = session;
    }

    /** Connects and waits until {@code @OnOpen} is done. */
    HubTestClient open() {
        patience.end(session.open(), "The handshake");
        patience.end(session.settled(), "@OnOpen");
        if (!session.isConnected()) {
            String error = session.closeError();
            throw new RefusedConnectionException(error == null ? "The hub hung up." : error);
        }
        return this;
    }

    /**
     * Calls a hub method and waits for its end.
     *
     * @param method its name, in any case
     * @param arguments its arguments, without those that Hubcast provides; each may be null
     * @throws FailedCallException if it was refused or failed; the message is what a client reads
     * @throws AssertionError if it was not over in time
     * @throws IllegalArgumentException if an argument cannot be serialised
     * @throws IllegalStateException if the client is not connected any more
     */
    public void invoke(String method, Object... arguments) {
        patience.answer(call(method, arguments), method);
    }

    /**
     * Calls a hub method and answers its result. Throws what {@link #invoke(String, Object...)} throws.
     *
     * @param <T> what the result is
     * @param result what the result is
     * @param method its name, in any case
     * @param arguments its arguments
     * @return the result, may be null
     * @throws IllegalArgumentException if the result is no such thing
     */
    public <T> T invoke(Class<T> result, String method, Object... arguments) {
        return invoke((Type) result, method, arguments);
    }

    /**
     * Calls a hub method and answers its result, of a generic type. Throws what {@link #invoke(String, Object...)} throws.
     *
     * @param <T> what the result is, as the caller says
     * @param result what the result is
     * @param method its name, in any case
     * @param arguments its arguments
     * @return the result, may be null
     * @throws IllegalArgumentException if the result is no such thing
     */
    public <T> T invoke(Type result, String method, Object... arguments) {
        return bound(patience.answer(call(method, arguments), method), result, method);
    }

    /**
     * Calls a hub method and does not wait for what it leaves to other threads.
     *
     * @param <T> what the result is, as the caller says
     * @param result what the result is
     * @param method its name, in any case
     * @param arguments its arguments
     * @return completes with the result, which may be null, or with a {@link FailedCallException}
     * @throws IllegalArgumentException if an argument cannot be serialised
     * @throws IllegalStateException if the client is not connected any more
     */
    public <T> CompletableFuture<T> invokeAsync(Type result, String method, Object... arguments) {
        return call(method, arguments).thenApply(value -> bound(value, result, method));
    }

    /**
     * Calls a hub method without asking for an answer: neither a result nor a failure is heard of.
     *
     * @param method its name, in any case
     * @param arguments its arguments
     * @throws IllegalArgumentException if an argument cannot be serialised
     * @throws IllegalStateException if the client is not connected any more
     */
    public void send(String method, Object... arguments) {
        requireConnected();
        session.say(Invocation.of(method, Wire.arguments(arguments)));
    }

    /**
     * Asserts what the client hears next.
     *
     * @param method the client method that was called, exactly
     * @param arguments its arguments, each may be null
     * @throws AssertionError if the next message is another one, or does not come in time
     */
    public void received(String method, Object... arguments) {
        requireNext(Invocation.of(method, Wire.arguments(arguments)));
    }

    /**
     * Asserts what the client hears next, by a client interface: {@code ada.received(ChatClient.class).said("java", "hello")}.
     *
     * @param <T> the client interface
     * @param client the interface, as {@link dev.hubcast.HubContext#clients(Class)} takes it
     * @return each method throws {@link AssertionError} if the next message is another one, or does not come in time
     */
    public <T> T received(Class<T> client) {
        return expected.clients(client).all();
    }

    /**
     * What the client hears next, to be looked at.
     *
     * @return the message, which counts as asserted, not null
     * @throws AssertionError if none comes in time
     */
    public ReceivedMessage next() {
        ReceivedMessage next = session.inbox().first(patience.howLong());
        if (next == null) {
            throw new AssertionError(this + " should have received a message, but received nothing" + end());
        }
        session.inbox().removeFirst();
        return next;
    }

    /**
     * Asserts that the client has heard nothing that was not asserted yet.
     *
     * @throws AssertionError if it has
     */
    public void receivedNothing() {
        settle();
        if (!session.inbox().isEmpty()) {
            throw new AssertionError(this + " should have received nothing more, but received" + session.inbox());
        }
    }

    /** Forgets what the client has heard so far. */
    public void forget() {
        settle();
        session.inbox().removeIf(any -> true);
    }

    /**
     * Has the client forget calls of some client methods, those that it has heard and those to come.
     *
     * @param methods the client methods, exactly
     */
    public void ignore(String... methods) {
        session.ignore(Set.of(methods));
    }

    /**
     * The connection's public id.
     *
     * @return the id, not null
     */
    public String connectionId() {
        return session.connection().id();
    }

    /**
     * The groups that the connection is in.
     *
     * @return a copy of their names, not null; empty when the connection has ended
     */
    public Set<String> groups() {
        return session.connection().groups();
    }

    /**
     * What the hub keeps for the connection.
     *
     * @return the map of {@link dev.hubcast.HubCaller#items()}, not null
     */
    public Map<String, Object> items() {
        return session.connection().items();
    }

    /**
     * Whether the client is connected.
     *
     * @return false when it has gone or the hub has hung up
     */
    public boolean isConnected() {
        return session.isConnected();
    }

    /**
     * What the hub said when it ended the connection.
     *
     * @return the error that the client reads, null if there was none
     */
    public String closeError() {
        return session.closeError();
    }

    /**
     * The client leaves in order; {@code @OnClose} is done when this returns, unless a call of the client's is not over: then it runs
     * behind that. Leaving twice is no error.
     */
    public void disconnect() {
        if (session.isConnected()) {
            settle();
            session.leave();
        }
    }

    /** The connection breaks: {@code @OnClose} hears of {@code CLOSED_ABNORMALLY}; else as {@link #disconnect()}. */
    public void lose() {
        if (session.isConnected()) {
            settle();
            session.vanish();
        }
    }

    /** The client by its user's name and connection id. */
    @Override
    public String toString() {
        return name;
    }

    private CompletableFuture<Arguments> call(String method, Object[] arguments) {
        requireConnected();
        return session.call(method, Wire.arguments(arguments));
    }

    private void requireConnected() {
        if (!session.isConnected()) {
            throw new IllegalStateException(this + " cannot call the hub" + end());
        }
    }

    private void requireNext(Invocation call) {
        ReceivedMessage wanted = wire.received(call);
        ReceivedMessage next = session.inbox().first(patience.howLong());
        if (next == null || !next.isLike(wanted)) {
            throw new AssertionError(this + " should have received next\n  " + wanted + "\nbut received"
                    + (next == null ? " nothing more" + end() : session.inbox()));
        }
        session.inbox().removeFirst();
    }

    private String end() {
        if (session.isConnected()) {
            return "";
        }
        return ", because the connection is closed" + (session.closeError() == null ? "" : ": " + session.closeError());
    }

    private void settle() {
        patience.end(session.settled(), "What the client asked for");
    }

    @SuppressWarnings("unchecked") // of the type that the caller has named
    private <T> T bound(Arguments result, Type type, String method) {
        try {
            return result == null ? null : (T) result.bind(List.of(type))[0];
        } catch (ArgumentBindingException e) {
            throw new IllegalArgumentException("The result of " + method + " is no " + type.getTypeName() + ": "
                    + e.getMessage(), e);
        }
    }
}
