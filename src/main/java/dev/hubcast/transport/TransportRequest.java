package dev.hubcast.transport;

import dev.hubcast.HubRequest;
import dev.hubcast.TransportType;
import dev.hubcast.connection.CapturedContexts;
import dev.hubcast.connection.ConnectionSetup;
import dev.hubcast.connection.Feed;
import dev.hubcast.connection.HttpSessions.Tie;
import dev.hubcast.connection.HubConnection;
import dev.hubcast.security.CallerIdentity;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * A request of somebody who may connect: it opens a transport, or belongs to one. Statuses and texts are those of the reference server
 * ({@code HttpConnectionDispatcher}). Each method answers null if the connection was upgraded, or the answer was given or comes later.
 */
final class TransportRequest {

    private final HubEndpoint endpoint;
    private final Supplier<HubRequest> copy;
    private final CallerIdentity caller;
    private final Supplier<Executor> contexts;
    private final HttpServletRequest request;
    private final HttpServletResponse response;

    TransportRequest(HubEndpoint endpoint, Supplier<HubRequest> copy, CallerIdentity caller, Supplier<Executor> contexts,
            HttpServletRequest request, HttpServletResponse response) {
        this.endpoint = endpoint;
        this.copy = copy;
        this.caller = caller;
        this.contexts = contexts;
        this.request = request;
        this.response = response;
    }

    /** What to do with the connection that a token names. */
    private interface Then {

        Answer with(Negotiation negotiation) throws IOException, ServletException;
    }

    Answer webSocket(String token, FilterChain chain) throws IOException, ServletException {
        Answer problem = WebSocketRequest.problem(request, response);
        if (problem != null) {
            return problem;
        }
        if (token != null) {
            return ofToken(token, negotiation -> webSocket(negotiation, chain));
        }
        Answer disabled = disabled(TransportType.WEB_SOCKETS);
        return disabled != null ? disabled : opening(null).use(admission -> upgrade(admission, chain));
    }

    private Answer webSocket(Negotiation negotiation, FilterChain chain) throws IOException, ServletException {
        Feed before = negotiation.statefulReconnect() ? negotiation.feed() : null;
        if (before != null && before.connection().hasEnded()) {
            return Answer.text(HttpServletResponse.SC_NO_CONTENT, ""); // there is nothing to come back to
        }
        if (before != null && before.connection().mayResume()) {
            return upgrade(new Admission(before.connection().returning(caller, new CapturedContexts(contexts))), chain);
        }
        return claim(negotiation, TransportType.WEB_SOCKETS, admission -> upgrade(admission, chain));
    }

    private Answer upgrade(Admission admission, FilterChain chain) throws IOException, ServletException {
        TcpConnection tcp = TcpConnection.of(request);
        tcp.takeOneWrite();
        tcp.outliveTimeouts();
        return endpoint.upgrade().upgrade(admission, request, response, chain);
    }

    Answer eventStream(String token) throws IOException, ServletException {
        return ofToken(token, negotiation -> claim(negotiation, TransportType.SERVER_SENT_EVENTS, admission -> {
            EventStream.open(admission, request);
            return null;
        }));
    }

    Answer poll(String token) throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-cache, no-store");
        response.setHeader("Pragma", "no-cache");
        response.setHeader("Expires", "Thu, 01 Jan 1970 00:00:00 GMT");
        return ofToken(token, negotiation -> {
            LongPolling polling = negotiation.polling();
            if (polling != null) {
                noteCaller(polling.feed().connection());
                polling.poll(Poll.park(request, polling));
                return null;
            }
            return claim(negotiation, TransportType.LONG_POLLING, admission -> firstPoll(negotiation, admission));
        });
    }

    /** It is answered at once, by which the client sees that its connection stands. */
    private Answer firstPoll(Negotiation negotiation, Admission admission) {
        Negotiations negotiations = endpoint.negotiations();
        LongPolling polling = new LongPolling(endpoint.options().pollTimeout(), endpoint.hub().options().disconnectTimeout(),
                () -> negotiations.linger(negotiation), () -> negotiations.end(negotiation));
        negotiation.accept(polling.open(admission));
        return new Answer(HttpServletResponse.SC_OK, "application/octet-stream", "");
    }

    /** Each poll says anew who the client is; the context is captured only when that has changed, because it costs Payara a lot. */
    private void noteCaller(HubConnection connection) {
        if (!caller.isLike(connection.identity())) {
            connection.callerIs(caller, new CapturedContexts(contexts));
        }
    }

    Answer post(String token) throws IOException, ServletException {
        return ofToken(token, negotiation -> {
            if (negotiation.claimedBy() == TransportType.WEB_SOCKETS) {
                return Answer.text(
                        HttpServletResponse.SC_METHOD_NOT_ALLOWED, "POST requests are not allowed for WebSocket connections.");
            }
            Posts posts = negotiation.posts();
            if (posts == null) {
                return noConnection();
            }
            posts.take(request, response);
            return null;
        });
    }

    Answer delete(String token) throws IOException, ServletException {
        return ofToken(token, negotiation -> {
            if (negotiation.polling() == null) {
                return Answer.text(HttpServletResponse.SC_BAD_REQUEST, "Cannot terminate this connection using the DELETE endpoint.");
            }
            negotiation.polling().delete();
            return Answer.empty(HttpServletResponse.SC_ACCEPTED);
        });
    }

    /** An admission of a connection that begins; negotiation is null where the client skipped it. */
    private Admission opening(Negotiation negotiation) {
        Negotiations negotiations = endpoint.negotiations();
        Tie session = endpoint.sessions().tie(this::session);
        ConnectionSetup setup = new ConnectionSetup(
                negotiation == null ? negotiations.newId() : negotiation.connectionId(), caller, copy.get(), new CapturedContexts(contexts),
                negotiation != null && negotiation.statefulReconnect());
        return new Admission(transport -> {
            Feed feed = endpoint.hub().open(setup, transport);
            session.hold(feed.connection());
            if (negotiation != null) {
                negotiation.carriedBy(feed, transport.type());
                if (transport.type() != TransportType.LONG_POLLING) { // whose last poll hears of the end
                    end(negotiation, feed.connection()).thenRun(() -> negotiations.end(negotiation));
                }
            }
            return feed;
        }, () -> {
            session.giveUp();
            if (negotiation != null) {
                negotiation.release();
            }
        });
    }

    /** The id of the session with which the connection is to end, null if with none. */
    private String session() {
        boolean endsWithIt = caller.authenticated() && endpoint.options().closeOnSessionEnd();
        HttpSession session = endsWithIt ? request.getSession(false) : null;
        return session == null ? null : session.getId();
    }

    /** One that may come back while its connection ends is told so, and not that nobody knows it. */
    private static CompletionStage<Void> end(Negotiation negotiation, HubConnection connection) {
        return negotiation.statefulReconnect() ? connection.gone() : connection.aborted();
    }

    private Answer ofToken(String token, Then then) throws IOException, ServletException {
        if (token == null) {
            return Answer.text(HttpServletResponse.SC_BAD_REQUEST, "Connection ID required");
        }
        Negotiation negotiation = endpoint.negotiations().find(token);
        if (negotiation == null) {
            return noConnection();
        }
        return negotiation.belongsTo(caller.name())
                ? then.with(negotiation)
                : Answer.text(HttpServletResponse.SC_FORBIDDEN, "Forbidden");
    }

    private Answer claim(Negotiation negotiation, TransportType type, Admission.Use opening) throws IOException, ServletException {
        Answer problem = claim(negotiation, type);
        return problem != null ? problem : opening(negotiation).use(opening);
    }

    private Answer claim(Negotiation negotiation, TransportType type) {
        Answer disabled = disabled(type);
        if (disabled != null) {
            return disabled;
        }
        TransportType before = negotiation.claim(type);
        if (before == null) {
            return null;
        }
        return before == type
                ? Answer.empty(HttpServletResponse.SC_CONFLICT)
                : Answer.text(HttpServletResponse.SC_BAD_REQUEST, "Cannot change transports mid-connection");
    }

    private Answer disabled(TransportType type) {
        return endpoint.options().transports().contains(type)
                ? null
                : Answer.text(HttpServletResponse.SC_NOT_FOUND, type.wireName() + " transport not supported by this end point type");
    }

    private static Answer noConnection() {
        return Answer.text(HttpServletResponse.SC_NOT_FOUND, "No Connection with that ID");
    }
}
