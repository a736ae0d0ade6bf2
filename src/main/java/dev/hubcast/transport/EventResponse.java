package dev.hubcast.transport;

import dev.hubcast.connection.Transport.Sent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Consumer;

/** A response that is a stream of events ({@code text/event-stream}), written by any thread without waiting. */
public final class EventResponse {

    private final AsyncResponse response;

    private EventResponse(AsyncResponse response) {
        this.response = response;
    }

    /**
     * Answers a request with a stream, of which nothing leaves before {@link #begin}.
     *
     * @param request the request, of whose response nothing is written; if it is asynchronous already, it becomes this stream's
     * @param lost told once, when the response cannot be written any more and nobody has ended it
     * @return the stream
     * @throws IOException if the server does not give its output
     */
    public static EventResponse open(HttpServletRequest request, Consumer<Throwable> lost) throws IOException {
        EventResponse stream = new EventResponse(new AsyncResponse(request, lost));
        stream.head();
        stream.response.takeOneWrite();
        stream.comment(null);
        return stream;
    }

    private void head() {
        HttpServletResponse head = response.response();
        head.setStatus(HttpServletResponse.SC_OK);
        head.setContentType("text/event-stream");
        head.setHeader("Cache-Control", "no-cache, no-store");
        head.setHeader("Pragma", "no-cache");
        head.setHeader("Content-Encoding", "identity"); // no filter may hold events back to compress them
        head.setHeader("X-Accel-Buffering", "no"); // nor a proxy
    }

    /**
     * Lets the stream flow; to be called when everybody who may hear from it is ready to.
     *
     * @throws IOException if the server does not give its output
     */
    public void begin() throws IOException {
        response.begin();
    }

    /**
     * Writes behind what was written before.
     *
     * @param events whole events, not to be changed any more
     * @param sent told when they are written or cannot be, may be null
     */
    public void write(byte[] events, Sent sent) {
        response.write(events, sent);
    }

    /**
     * Writes what clients skip.
     *
     * @param sent told when it is written or cannot be, may be null
     */
    public void comment(Sent sent) {
        response.write(EventFrame.COMMENT, sent);
    }

    /** Ends the stream in order, when the last write is done. Ending twice is no error. */
    public void end() {
        response.end();
    }

    /** Ends the stream and TCP, whatever waits to be written. */
    public void abort() {
        response.abort();
    }
}
