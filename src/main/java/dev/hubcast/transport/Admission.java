package dev.hubcast.transport;

import dev.hubcast.connection.Feed;
import dev.hubcast.connection.Transport;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;

/**
 * A request that may become a hub's connection, or carry one on. On its way through the container's WebSocket to {@code onOpen} there is no
 * place of its own for it, so it travels on the request's thread from the filter to {@code modifyHandshake}, and from there in the user
 * properties, of which the container makes a copy for each connection (Jakarta WebSocket 2.1, section 3.2.7).
 */
final class Admission {

    private static final ThreadLocal<Admission> CURRENT = new ThreadLocal<>();

    private final Function<Transport, Feed> opening;
    private final Runnable givingUp;
    private boolean taken;

    /** Opening connects a transport with what it reports to. */
    Admission(Function<Transport, Feed> opening) {
        this(opening, () -> { });
    }

    /** Giving up is done instead, if no connection comes of it. */
    Admission(Function<Transport, Feed> opening, Runnable givingUp) {
        this.opening = opening;
        this.givingUp = givingUp;
    }

    /** Lets the request through to the container. */
    void through(FilterChain chain, HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        CURRENT.set(this);
        try {
            chain.doFilter(request, response);
        } finally {
            CURRENT.remove();
        }
    }

    /** The admission of the request on this thread. */
    static Admission take() {
        Admission current = CURRENT.get();
        if (current == null) {
            throw new IllegalStateException("A WebSocket reached a hub without passing Hubcast's filter. Does the application map its own"
                    + " filter or endpoint to the hub's path?");
        }
        return current.taken();
    }

    /** A connection comes of it. */
    Admission taken() {
        taken = true;
        return this;
    }

    /** What there is to do for a request. */
    interface Use {

        Answer with(Admission admission) throws IOException, ServletException;
    }

    /** Does it; gives up if that fails or no connection comes of it. */
    Answer use(Use use) throws IOException, ServletException {
        boolean used = false;
        try {
            Answer answer = use.with(this);
            used = taken;
            return answer;
        } finally {
            if (!used) {
                givingUp.run(); // before the client hears that it may try again
            }
        }
    }

    /** The transport has come about. */
    Feed open(Transport transport) {
        taken = true;
        return opening.apply(transport);
    }
}
