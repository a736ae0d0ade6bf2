package dev.hubcast;

import jakarta.websocket.CloseReason;

/**
 * Wraps what a hub does for its clients: their calls, their connects and their disconnects. As SignalR's {@code IHubFilter}, and it also
 * hears how each call ended.
 *
 * <pre>{@code
 * @ApplicationScoped
 * @Priority(100)
 * public class Maintenance implements HubFilter {
 *
 *     @Inject Switch maintenance;
 *
 *     @Override
 *     public Object invoke(HubInvocation call, NextInvocation next) throws Exception {
 *         if (maintenance.isOn()) {
 *             throw new HubException("Back in five minutes.");
 *         }
 *         return next.proceed(call);
 *     }
 * }
 * }</pre>
 *
 * <p>A filter is a CDI bean. It is for all hubs of the application, or for the one that {@link dev.hubcast.event.OfHub} on its class names.
 * {@link jakarta.annotation.Priority} orders filters as it orders interceptors: the one with the smallest number is the outermost. One
 * without counts as {@link jakarta.interceptor.Interceptor.Priority#APPLICATION}; of equals the one whose class comes first by its name is
 * further outside. CDI interceptors of the hub lie within all filters, next to the method.
 *
 * <p>Filters run as hub methods do: on a thread of Hubcast's pool, with the caller's identity and within the request context of the call,
 * in which a {@link HubCaller} can be injected. They may block, and then hold up their client alone. One filter serves many connections at
 * a time and must be safe for that.
 *
 * <p>A filter that throws fails the call, the connect or the disconnect, as if the hub had thrown it: a client reads the message of a
 * {@link HubException} and a general sentence otherwise, the log tells of all else, and {@code @OnError} is called.
 */
public interface HubFilter {

    /** What is further inside a filter: the next filter, or at last the hub. */
    @FunctionalInterface
    interface Next {

        /**
         * Goes on.
         *
         * @return what the hub's method returned or a filter made of it; null where the hub has no such method
         * @throws Exception what the hub or a filter has thrown
         */
        Object proceed() throws Exception;
    }

    /** What is further inside a filter: the next filter, or at last the hub method. */
    @FunctionalInterface
    interface NextInvocation {

        /**
         * Goes on. More than once, if the filter likes: each time the method is called anew.
         *
         * @param call the call as it came, or one {@linkplain HubInvocation#withArguments with other arguments}
         * @return what the method returned or a filter made of it; may be null
         * @throws Exception what the method or a filter has thrown
         */
        Object proceed(HubInvocation call) throws Exception;
    }

    /**
     * Wraps a call whose caller may make it and whose arguments fit. Goes on by {@code next}, or answers something itself.
     *
     * <p>What the method returns passes through as it is: a {@link java.util.concurrent.CompletionStage} is pending perhaps, a
     * {@link java.util.stream.Stream} or a {@link java.util.concurrent.Flow.Publisher} has brought no items yet. So what comes behind
     * {@code next} is done when the method has returned, and what has to come behind the call itself is added to the stage, or belongs into
     * {@link #ended}.
     *
     * @param call who calls what, not null
     * @param next what is further inside, not null
     * @return what the client gets, of the kind that the method returns: a value, a stage of it, a stream
     * @throws Exception what the client reads of as if the method had thrown it
     */
    default Object invoke(HubInvocation call, NextInvocation next) throws Exception {
        return next.proceed(call);
    }

    /**
     * Wraps a connect: {@link jakarta.websocket.OnOpen}, or nothing in a hub that has none. The handshake is done, so the caller can be
     * sent to.
     *
     * @param caller who has connected, not null
     * @param next what is further inside, not null
     * @return what {@code next} answered: null, or a stage that completes when the client has arrived; its calls wait for that
     * @throws Exception closes the connection, with an error; nobody is told of its disconnect then
     */
    default Object connect(HubCaller caller, Next next) throws Exception {
        return next.proceed();
    }

    /**
     * Wraps a disconnect: {@link jakarta.websocket.OnClose}, or nothing in a hub that has none. Once for each connection that has arrived.
     *
     * @param caller who has gone, not null
     * @param reason why, not null
     * @param next what is further inside, not null
     * @return what {@code next} answered; nobody waits for it
     * @throws Exception what the log tells
     */
    default Object disconnect(HubCaller caller, CloseReason reason, Next next) throws Exception {
        return next.proceed();
    }

    /**
     * Hears how a call ended, once for each call that began: also of one that {@link #invoke} never saw, because it was refused before, and
     * of what came behind the method's return, such as the end of a stream. The answer is on its way to the client by then. Of several
     * filters the innermost hears first.
     *
     * <p>In the call's request context where it ends within, else in one of its own. Calls that are neither streams nor cancelled are told
     * of before the client's next one, which waits for their end, begins. What is thrown is logged and changes nothing.
     *
     * @param call the call as it came; without a method and arguments where there are none, not null
     * @param outcome how it ended, not null
     */
    default void ended(HubInvocation call, InvocationOutcome outcome) {}
}
