package dev.hubcast.transport;

import dev.hubcast.connection.ConnectionSetup;
import dev.hubcast.connection.LocalHub;

/**
 * A request that the filter let through to the container's WebSocket, on its way to {@code onOpen}. The container offers no place of its
 * own for it, so it travels on the request's thread from the filter to {@code modifyHandshake}, and from there in the user properties,
 * of which the container makes a copy for each connection (Jakarta WebSocket 2.1, section 3.2.7).
 */
final class Admission {

    private static final ThreadLocal<Admission> CURRENT = new ThreadLocal<>();

    private final LocalHub hub;
    private final ConnectionSetup setup;
    private final Runnable ended;
    private boolean taken;

    /** Ended is run when the connection is over. */
    Admission(LocalHub hub, ConnectionSetup setup, Runnable ended) {
        this.hub = hub;
        this.setup = setup;
        this.ended = ended;
    }

    /** Something to do with the request that is being admitted. */
    @FunctionalInterface
    interface Passage<E extends Exception, F extends Exception> {

        void run() throws E, F;
    }

    /** Lets the request through; answers whether a handshake took the admission. */
    <E extends Exception, F extends Exception> boolean during(Passage<E, F> passage) throws E, F {
        CURRENT.set(this);
        try {
            passage.run();
        } finally {
            CURRENT.remove();
        }
        return taken;
    }

    /** The admission of the request on this thread. */
    static Admission take() {
        Admission current = CURRENT.get();
        if (current == null) {
            throw new IllegalStateException("A WebSocket reached a hub without passing Hubcast's filter. Does the application map its own"
                    + " filter or endpoint to the hub's path?");
        }
        current.taken = true;
        return current;
    }

    LocalHub hub() {
        return hub;
    }

    ConnectionSetup setup() {
        return setup;
    }

    void ended() {
        ended.run();
    }
}
