package dev.hubcast.itest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.util.StringJoiner;

/** Messages as Server-Sent Events, and POST requests for the other direction. */
final class RawEventStream implements RawTransport {

    private static final String LINE_END = "\r\n";
    private static final String DATA = "data: ";

    private final Wire wire;
    private final RawBody body;
    private final RawPosts posts;
    private final StringBuilder undecoded = new StringBuilder();
    private StringJoiner data;

    private RawEventStream(RawRequest.Opened opened, RawPosts posts) {
        this.wire = opened.wire();
        this.body = new RawBody(opened.wire(), opened.answer());
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
        for (String line = nextLine(deadline); line != null; line = nextLine(deadline)) {
            if (line.startsWith(DATA)) {
                data = data == null ? new StringJoiner("\n") : data;
                data.add(line.substring(DATA.length()));
            } else if (line.isEmpty() && data != null) {
                String event = data.toString();
                data = null;
                return event;
            } else if (!line.isEmpty() && line.charAt(0) != ':') {
                throw new AssertionError("Expected data or a comment in the stream of events; seen: " + line);
            }
        }
        return null;
    }

    private String nextLine(Deadline deadline) throws IOException {
        int from = 0;
        for (int end = undecoded.indexOf(LINE_END, from); ; end = undecoded.indexOf(LINE_END, from)) {
            if (end >= 0) {
                String line = undecoded.substring(0, end);
                undecoded.delete(0, end + LINE_END.length());
                return new String(line.getBytes(ISO_8859_1), UTF_8);
            }
            from = Math.max(0, undecoded.length() - 1);
            byte[] bytes = body.next(deadline);
            if (bytes.length == 0) {
                return null;
            }
            undecoded.append(new String(bytes, ISO_8859_1));
        }
    }
}
