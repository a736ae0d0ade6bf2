package dev.hubcast.transport;

import dev.hubcast.connection.Transport.Sent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A GET request that waits for something to say, and is answered once. */
final class Poll {

    private final AsyncResponse response;
    private final long since = System.nanoTime();

    private Poll(HttpServletRequest request, LongPolling polling) throws IOException {
        this.response = new AsyncResponse(request, failure -> polling.lost(this));
    }

    /** Lets a request wait for a connection, which is told if the client goes away, as far as the server notices. */
    static Poll park(HttpServletRequest request, LongPolling polling) throws IOException {
        Poll poll = new Poll(request, polling);
        poll.response.begin();
        return poll;
    }

    /** How long it has waited. */
    long waitedNanos(long now) {
        return now - since;
    }

    /**
     * Answers with records; done is told when they have been written, or could not be. A client that seems to have gone is told nothing:
     * its TCP would take a last answer as if somebody read it. If it is there after all, it polls again at once.
     */
    void data(byte[] body, Sent done) {
        if (!response.isAwaited()) {
            nothing();
            done.done(new IOException("The client of the poll seems to have gone."));
            return;
        }
        head(HttpServletResponse.SC_OK, "application/octet-stream");
        response.response().setContentLength(body.length);
        response.write(body, failure -> {
            done.done(failure); // first, so that all is settled when the client asks again
            response.end();
        });
    }

    /** The client does not take its answer: ends TCP. */
    void abort() {
        response.abort();
    }

    /** Answers that there was nothing to say in the time. */
    void nothing() {
        head(HttpServletResponse.SC_OK, "text/plain");
        response.response().setContentLength(0);
        response.end();
    }

    /** Answers that there is nothing more to come for this request. */
    void over() {
        head(HttpServletResponse.SC_NO_CONTENT, "text/plain");
        response.end();
    }

    private void head(int status, String contentType) {
        response.response().setStatus(status);
        response.response().setContentType(contentType);
    }
}
