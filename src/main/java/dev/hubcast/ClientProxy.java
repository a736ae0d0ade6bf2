package dev.hubcast;

import java.util.Arrays;
import java.util.List;

/**
 * Sends to the recipients that {@link HubClients} or {@link HubCaller} named.
 *
 * <p>Sending never waits for a client and returns nothing: the message is serialised once, on the calling thread, and queued for each
 * recipient; one that does not read fast enough is closed, and nobody else notices. Messages from one thread to one client arrive in
 * the order in which they were sent. An array or a null stays one argument. Safe for use by any number of threads.
 *
 * <p>Every method throws {@link NullPointerException} if {@code method} is null, and {@link IllegalArgumentException} if it is empty
 * or an argument can be serialised in no protocol; nobody hears that message. What only some protocols can carry is said to the clients
 * that speak them; the others are closed, and the log says why.
 */
public interface ClientProxy {

    /**
     * Calls a client method with any number of arguments.
     *
     * @param method the name of the client's handler
     * @param arguments the arguments, each may be null; the list itself may not
     */
    void sendAll(String method, List<?> arguments);

    /**
     * Calls a client method without arguments.
     *
     * @param method the name of the client's handler
     */
    default void send(String method) {
        sendAll(method, List.of());
    }

    /**
     * Calls a client method with one argument.
     *
     * @param method the name of the client's handler
     * @param a first argument, may be null
     */
    default void send(String method, Object a) {
        sendAll(method, Arrays.asList(new Object[] {a}));
    }

    /**
     * Calls a client method with 2 arguments.
     *
     * @param method the name of the client's handler
     * @param a first argument, may be null
     * @param b second argument, may be null
     */
    default void send(String method, Object a, Object b) {
        sendAll(method, Arrays.asList(a, b));
    }

    /**
     * Calls a client method with 3 arguments.
     *
     * @param method the name of the client's handler
     * @param a first argument, may be null
     * @param b second argument, may be null
     * @param c third argument, may be null
     */
    default void send(String method, Object a, Object b, Object c) {
        sendAll(method, Arrays.asList(a, b, c));
    }

    /**
     * Calls a client method with 4 arguments.
     *
     * @param method the name of the client's handler
     * @param a first argument, may be null
     * @param b second argument, may be null
     * @param c third argument, may be null
     * @param d fourth argument, may be null
     */
    default void send(String method, Object a, Object b, Object c, Object d) {
        sendAll(method, Arrays.asList(a, b, c, d));
    }

    /**
     * Calls a client method with 5 arguments.
     *
     * @param method the name of the client's handler
     * @param a first argument, may be null
     * @param b second argument, may be null
     * @param c third argument, may be null
     * @param d fourth argument, may be null
     * @param e fifth argument, may be null
     */
    default void send(String method, Object a, Object b, Object c, Object d, Object e) {
        sendAll(method, Arrays.asList(a, b, c, d, e));
    }

    /**
     * Calls a client method with 6 arguments.
     *
     * @param method the name of the client's handler
     * @param a first argument, may be null
     * @param b second argument, may be null
     * @param c third argument, may be null
     * @param d fourth argument, may be null
     * @param e fifth argument, may be null
     * @param f sixth argument, may be null
     */
    default void send(String method, Object a, Object b, Object c, Object d, Object e, Object f) {
        sendAll(method, Arrays.asList(a, b, c, d, e, f));
    }

    /**
     * Calls a client method with 7 arguments.
     *
     * @param method the name of the client's handler
     * @param a first argument, may be null
     * @param b second argument, may be null
     * @param c third argument, may be null
     * @param d fourth argument, may be null
     * @param e fifth argument, may be null
     * @param f sixth argument, may be null
     * @param g seventh argument, may be null
     */
    default void send(String method, Object a, Object b, Object c, Object d, Object e, Object f, Object g) {
        sendAll(method, Arrays.asList(a, b, c, d, e, f, g));
    }

    /**
     * Calls a client method with 8 arguments.
     *
     * @param method the name of the client's handler
     * @param a first argument, may be null
     * @param b second argument, may be null
     * @param c third argument, may be null
     * @param d fourth argument, may be null
     * @param e fifth argument, may be null
     * @param f sixth argument, may be null
     * @param g seventh argument, may be null
     * @param h eighth argument, may be null
     */
    default void send(String method, Object a, Object b, Object c, Object d, Object e, Object f, Object g, Object h) {
        sendAll(method, Arrays.asList(a, b, c, d, e, f, g, h));
    }

    /**
     * Calls a client method with 9 arguments.
     *
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
     */
    default void send(String method, Object a, Object b, Object c, Object d, Object e, Object f, Object g, Object h, Object i) {
        sendAll(method, Arrays.asList(a, b, c, d, e, f, g, h, i));
    }

    /**
     * Calls a client method with 10 arguments.
     *
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
     */
    default void send(String method, Object a, Object b, Object c, Object d, Object e, Object f, Object g, Object h, Object i, Object j) {
        sendAll(method, Arrays.asList(a, b, c, d, e, f, g, h, i, j));
    }
}
