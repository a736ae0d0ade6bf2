package dev.hubcast;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Sends to one client, and asks it for results ("client results" in SignalR): calls a method of the client that answers.
 *
 * <p>What {@code invoke} returns completes with the client's answer, null if that is null. It fails with a {@link HubException} that has
 * the client's message if the client's method failed, if the client has no such method, or if the answer does not fit {@code result}; with
 * a {@link ClientGoneException} if the client is not connected or goes before it answers; and with a
 * {@link java.util.concurrent.TimeoutException} if that {@linkplain #within(Duration) was asked for}. To complete or cancel it is to wait
 * no longer; the client is not told, and an answer that comes later is skipped.
 *
 * <p>A hub method may wait for the answer, best by returning a stage. From then on the client's next call may begin before this one is
 * over, so that the client can answer. {@code invoke} throws {@link IllegalStateException} if as many calls of the client wait like that
 * as {@code hubcast.maximum-streams} says, and within {@code @OnOpen}, where nobody can be asked. What depends on the stage runs on a
 * thread of Hubcast's, without the caller's identity, and should not block it for long.
 *
 * <p>Every {@code invoke} throws {@link NullPointerException} if {@code result} or {@code method} is null, and
 * {@link IllegalArgumentException} if {@code method} is empty or an argument cannot be serialised. Safe for use by any number of threads.
 */
public interface SingleClientProxy extends ClientProxy {

    /**
     * The same client, asked for its answers in a given time.
     *
     * @param patience how long to wait for an answer, greater than nothing; without this, as long as the client is connected
     * @return the proxy, not null
     * @throws IllegalArgumentException if {@code patience} is zero or negative
     */
    SingleClientProxy within(Duration patience);

    /**
     * Calls a client method with any number of arguments and asks for its result.
     *
     * @param <T> the result
     * @param result its class; {@link Void} to wait for the end of a method without a result
     * @param method the name of the client's handler
     * @param arguments the arguments, each may be null; the list itself may not
     * @return the client's answer
     */
    <T> CompletionStage<T> invokeAll(Class<T> result, String method, List<?> arguments);

    /**
     * Calls a client method without arguments and asks for its result.
     *
     * @param <T> the result
     * @param result its class
     * @param method the name of the client's handler
     * @return the client's answer
     */
    default <T> CompletionStage<T> invoke(Class<T> result, String method) {
        return invokeAll(result, method, List.of());
    }

    /**
     * Calls a client method with one argument and asks for its result.
     *
     * @param <T> the result
     * @param result its class
     * @param method the name of the client's handler
     * @param a first argument, may be null
     * @return the client's answer
     */
    default <T> CompletionStage<T> invoke(Class<T> result, String method, Object a) {
        return invokeAll(result, method, Arrays.asList(new Object[] {a}));
    }

    /**
     * Calls a client method with 2 arguments and asks for its result.
     *
     * @param <T> the result
     * @param result its class
     * @param method the name of the client's handler
     * @param a first argument, may be null
     * @param b second argument, may be null
     * @return the client's answer
     */
    default <T> CompletionStage<T> invoke(Class<T> result, String method, Object a, Object b) {
        return invokeAll(result, method, Arrays.asList(a, b));
    }

    /**
     * Calls a client method with 3 arguments and asks for its result.
     *
     * @param <T> the result
     * @param result its class
     * @param method the name of the client's handler
     * @param a first argument, may be null
     * @param b second argument, may be null
     * @param c third argument, may be null
     * @return the client's answer
     */
    default <T> CompletionStage<T> invoke(Class<T> result, String method, Object a, Object b, Object c) {
        return invokeAll(result, method, Arrays.asList(a, b, c));
    }

    /**
     * Calls a client method with 4 arguments and asks for its result.
     *
     * @param <T> the result
     * @param result its class
     * @param method the name of the client's handler
     * @param a first argument, may be null
     * @param b second argument, may be null
     * @param c third argument, may be null
     * @param d fourth argument, may be null
     * @return the client's answer
     */
    default <T> CompletionStage<T> invoke(Class<T> result, String method, Object a, Object b, Object c, Object d) {
        return invokeAll(result, method, Arrays.asList(a, b, c, d));
    }

    /**
     * Calls a client method with 5 arguments and asks for its result.
     *
     * @param <T> the result
     * @param result its class
     * @param method the name of the client's handler
     * @param a first argument, may be null
     * @param b second argument, may be null
     * @param c third argument, may be null
     * @param d fourth argument, may be null
     * @param e fifth argument, may be null
     * @return the client's answer
     */
    default <T> CompletionStage<T> invoke(Class<T> result, String method, Object a, Object b, Object c, Object d, Object e) {
        return invokeAll(result, method, Arrays.asList(a, b, c, d, e));
    }

    /**
     * Calls a client method with 6 arguments and asks for its result.
     *
     * @param <T> the result
     * @param result its class
     * @param method the name of the client's handler
     * @param a first argument, may be null
     * @param b second argument, may be null
     * @param c third argument, may be null
     * @param d fourth argument, may be null
     * @param e fifth argument, may be null
     * @param f sixth argument, may be null
     * @return the client's answer
     */
    default <T> CompletionStage<T> invoke(Class<T> result, String method, Object a, Object b, Object c, Object d, Object e, Object f) {
        return invokeAll(result, method, Arrays.asList(a, b, c, d, e, f));
    }

    /**
     * Calls a client method with 7 arguments and asks for its result.
     *
     * @param <T> the result
     * @param result its class
     * @param method the name of the client's handler
     * @param a first argument, may be null
     * @param b second argument, may be null
     * @param c third argument, may be null
     * @param d fourth argument, may be null
     * @param e fifth argument, may be null
     * @param f sixth argument, may be null
     * @param g seventh argument, may be null
     * @return the client's answer
     */
    default <T> CompletionStage<T> invoke(Class<T> result, String method, Object a, Object b, Object c, Object d, Object e, Object f,
            Object g) {
        return invokeAll(result, method, Arrays.asList(a, b, c, d, e, f, g));
    }

    /**
     * Calls a client method with 8 arguments and asks for its result.
     *
     * @param <T> the result
     * @param result its class
     * @param method the name of the client's handler
     * @param a first argument, may be null
     * @param b second argument, may be null
     * @param c third argument, may be null
     * @param d fourth argument, may be null
     * @param e fifth argument, may be null
     * @param f sixth argument, may be null
     * @param g seventh argument, may be null
     * @param h eighth argument, may be null
     * @return the client's answer
     */
    default <T> CompletionStage<T> invoke(Class<T> result, String method, Object a, Object b, Object c, Object d, Object e, Object f,
            Object g, Object h) {
        return invokeAll(result, method, Arrays.asList(a, b, c, d, e, f, g, h));
    }

    /**
     * Calls a client method with 9 arguments and asks for its result.
     *
     * @param <T> the result
     * @param result its class
     * @param method the name of the client's handler
     * @param a first argument, may be null
     * @param b second argument, may be null
     * @param c third argument, may be null
     * @param d fourth argument, may be null
     * @param e fifth argument, may be null
     * @param f sixth argument, may be null
     * @param g seventh argument, may be null
     * @param h eighth argument, may be null
     * @param i ninth argument, may be null
     * @return the client's answer
     */
    default <T> CompletionStage<T> invoke(Class<T> result, String method, Object a, Object b, Object c, Object d, Object e, Object f,
            Object g, Object h, Object i) {
        return invokeAll(result, method, Arrays.asList(a, b, c, d, e, f, g, h, i));
    }

    /**
     * Calls a client method with 10 arguments and asks for its result.
     *
     * @param <T> the result
     * @param result its class
     * @param method the name of the client's handler
     * @param a first argument, may be null
     * @param b second argument, may be null
     * @param c third argument, may be null
     * @param d fourth argument, may be null
     * @param e fifth argument, may be null
     * @param f sixth argument, may be null
     * @param g seventh argument, may be null
     * @param h eighth argument, may be null
     * @param i ninth argument, may be null
     * @param j tenth argument, may be null
     * @return the client's answer
     */
    default <T> CompletionStage<T> invoke(Class<T> result, String method, Object a, Object b, Object c, Object d, Object e, Object f,
            Object g, Object h, Object i, Object j) {
        return invokeAll(result, method, Arrays.asList(a, b, c, d, e, f, g, h, i, j));
    }
}
