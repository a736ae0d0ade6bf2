package dev.hubcast.dispatch;

import dev.hubcast.HubCaller;
import dev.hubcast.connection.HubConnection;
import dev.hubcast.connection.RequestContext;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.inject.Provider;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Makes a thread an application's thread for one call: the context of the connection's request around a CDI request context of the call's
 * own, and the caller to be injected.
 */
public final class CallScope {

    private static final ThreadLocal<HubCaller> CURRENT = new ThreadLocal<>();

    private final Provider<RequestContextController> controllers;
    /** A controller remembers whether it activated the context, so one call at a time uses it; to make one costs more than a call. */
    private final Queue<RequestContextController> free = new ConcurrentLinkedQueue<>();

    /**
     * A scope.
     *
     * @param controllers makes a controller for each call that runs at the same time as others
     */
    public CallScope(Provider<RequestContextController> controllers) {
        this.controllers = controllers;
    }

    /**
     * The caller of the call that runs on this thread.
     *
     * @return the caller
     * @throws IllegalStateException if no hub call runs on this thread
     */
    static HubCaller currentCaller() {
        HubCaller caller = CURRENT.get();
        if (caller == null) {
            throw new IllegalStateException("No hub call runs on this thread, so there is no HubCaller to inject. Take it as a parameter of"
                    + " the hub method and hand it on, or send through HubContext.");
        }
        return caller;
    }

    /** Whether the call that runs on this thread is that of the caller. */
    static boolean isCallOf(HubCaller caller) {
        return CURRENT.get() == caller;
    }

    private static void restore(HubCaller around) {
        if (around == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(around);
        }
    }

    /** The tenant of the call that runs on this thread, null if none does, or it has none. */
    static String currentTenant() {
        HubCaller caller = CURRENT.get();
        return caller == null ? null : caller.tenant();
    }

    /**
     * A call is about to wait for what a client will say, which may be behind other calls: it gives up its turn.
     *
     * @param caller whose call it is, null if only the thread tells
     */
    static void waitsForClient(HubCaller caller) {
        giveUpTurn(CURRENT.get());
        giveUpTurn(caller);
    }

    private static void giveUpTurn(HubCaller caller) {
        if (caller instanceof ConnectionCaller known) {
            known.connection().context().spare();
            known.turn().giveUp();
        }
    }

    /**
     * Whose call runs on this thread.
     *
     * @return empty if none does
     */
    public static Optional<HubCaller> callerOfThread() {
        return Optional.ofNullable(CURRENT.get());
    }

    /**
     * What is injected: at each use, the caller of the call that runs on the thread. No request context is needed, so that outside a call
     * it is {@link #currentCaller()} that says what helps, and not the container that misses its context.
     *
     * @return stands for all callers
     */
    public static HubCaller injectedCaller() {
        return (HubCaller) Proxy.newProxyInstance(HubCaller.class.getClassLoader(), new Class<?>[] {HubCaller.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.invoke(currentCaller(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /**
     * Runs work for a connection; it must not throw. Throws if the server no longer gives the context, and then nothing was run.
     *
     * @param besideOthers whether another thread may do so at the same time
     */
    void run(HubConnection connection, HubCaller caller, boolean besideOthers, Runnable work) {
        RequestContext context = connection.context();
        context.execute(() -> {
            if (besideOthers) {
                context.spare();
            }
            runInRequestContext(caller, work);
        });
    }

    /** Runs work without the identity of the caller, for when the server no longer gives it. */
    void runInRequestContext(HubCaller caller, Runnable work) {
        RequestContextController known = free.poll();
        RequestContextController controller = known != null ? known : controllers.get();
        boolean activated = controller.activate();
        HubCaller around = CURRENT.get(); // of a call that completes what this one waits for
        CURRENT.set(caller);
        try {
            work.run();
        } finally {
            restore(around);
            if (activated) {
                controller.deactivate();
            }
            free.add(controller);
        }
    }
}
