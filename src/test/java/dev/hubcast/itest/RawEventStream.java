package dev.hubcast.itest;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;

/** Messages as Server-Sent Events, and POST requests for the other direction. */
final class RawEventStream implements RawTransport {

    private final Wire wire;
    private final RawEvents events;
    private final RawPosts posts;

    private RawEventStream(RawRequest.Opened opened, RawPosts posts) {
        this.wire = opened.wire();
        this.events = new RawEvents(new RawBody(opened.wire(), opened.answer()));
        this.posts = posts;
    }

    static RawEventStream open(RawHubConnector hub, String token) {
        RawRequest request = hub.eventStreamRequest(token);
        RawRequest.Opened opened = request.open();
        HttpAnswer answer = opened.answer();
        if (answer.status() != 200 || !"text/event-stream".equals(answer.header("Content-Type").split(";")[0])) {
            opened.wire().close();
            throw new AssertionError("Expected " + request + " to become a stream of events; seen: " + answer);
        }
        return new RawEventStream(opened, new RawPosts(hub, token));
    }

    @Override
    public void send(String text) {
        posts.send(text);
    }

    @Override
    public String receive(String expected, Deadline deadline) {
        try {
            String event = nextEvent(deadline);
            if (event == null) {
                throw new AssertionError("Expected " + expected + "; the connection ended: the stream is over");
            }
            return event;
        } catch (EOFException | SocketException e) {
            throw new AssertionError("Expected " + expected + "; the connection ended", e);
        } catch (IOException e) {
            throw new AssertionError("Expected " + expected + " within " + deadline.limit().toMillis() + " ms", e);
        }
    }

    @Override
    public void expectEnd() {
        try {
            String event = nextEvent(Deadline.in(Wire.PATIENCE));
            if (event != null) {
                throw new AssertionError("Expected the end of the stream; seen: " + event);
            }
        } catch (EOFException | SocketException e) {
            return;
        } catch (IOException e) {
            throw new AssertionError("Expected the end of the stream; it is still open", e);
        }
    }

    @Override
    public void reset() {
        wire.reset();
    }

    @Override
    public void close() {
        wire.close();
        posts.close();
    }

    /** Null at the end of the stream. */
    private String nextEvent(Deadline deadline) throws IOException {
        ServerEvent event = events.next(deadline);
        if (event != null && (event.id() != null || event.type() != null)) {
            throw new AssertionError("Expected nothing but data in the stream of events; seen: " + event);
        }
        return event == null ? null : event.data();
    }
}
