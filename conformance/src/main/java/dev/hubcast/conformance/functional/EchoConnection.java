package dev.hubcast.conformance.functional;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** What a client sends to a raw connection, until the same client takes it: by a stream of events, or by the next poll. */
final class EchoConnection {

    /** Of a request that waits; neither server notices by itself that its client has gone. */
    private static final long PATIENCE_MILLIS = 60_000;

    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private AsyncContext stream;
    private AsyncContext poll;
    private boolean polled;
    private boolean ended;

    synchronized void take(byte[] bytes) throws IOException {
        waiting.writeBytes(bytes);
        if (stream != null) {
            write((HttpServletResponse) stream.getResponse());
        } else if (poll != null) {
            answer();
        }
    }

    synchronized void stream(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/event-stream");
        response.setHeader("Cache-Control", "no-cache, no-store");
        stream = park(request);
        response.getOutputStream().write(":\r\n".getBytes(UTF_8)); // has browsers see that it is open
        response.flushBuffer();
    }

    /** All that waits as one event, for the tests count what they receive. */
    private void write(HttpServletResponse response) throws IOException {
        String lines = waiting.toString(UTF_8).replace("\r", "").replace("\n", "\r\ndata: ");
        waiting.reset();
        response.getOutputStream().write(("data: " + lines + "\r\n\r\n").getBytes(UTF_8));
        response.flushBuffer();
    }

    synchronized void poll(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!polled) { // the first tells the client that the connection stands
            polled = true;
            response.setContentType("application/octet-stream");
            return;
        }
        if (poll != null) { // the client has given it up
            answer();
        }
        poll = park(request);
        if (waiting.size() > 0 || ended) {
            answer();
        }
    }

    private void answer() throws IOException {
        HttpServletResponse response = (HttpServletResponse) poll.getResponse();
        response.setContentType("application/octet-stream");
        response.setStatus(ended ? HttpServletResponse.SC_NO_CONTENT : HttpServletResponse.SC_OK);
        AsyncContext answered = poll;
        poll = null;
        try {
            if (!ended) {
                waiting.writeTo(response.getOutputStream());
                waiting.reset();
            }
        } finally {
            answered.complete();
        }
    }

    synchronized void end() throws IOException {
        ended = true;
        if (poll != null) {
            answer();
        }
    }

    private AsyncContext park(HttpServletRequest request) {
        AsyncContext parked = request.startAsync();
        parked.setTimeout(PATIENCE_MILLIS);
        parked.addListener(new Unparking(this));
        return parked;
    }

    /** A request is over, or waits no longer. */
    synchronized void unpark(AsyncContext over) {
        if (stream == over) {
            stream = null;
        }
        if (poll == over) {
            poll = null;
        }
    }
}
