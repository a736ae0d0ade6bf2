package dev.hubcast.bench.socket;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hubcast.bench.http.ResponseBody;
import dev.hubcast.bench.http.ResponseHead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;

/**
 * A client's requests that are answered at once, one after the other over a TCP connection that is kept as long as the server keeps it.
 */
final class Posts implements Tcp.Owner {

    /** Who gets the answers. */
    interface Answers {

        /** The request was answered with 200; the next one may follow. */
        void answered(String content) throws IOException;

        /** The request was not answered, or not as it should be. */
        void broken(String reason);
    }

    private static final byte[] NOTHING = {};

    private final EventLoop loop;
    private final Answers answers;
    private Route route;
    private Tcp tcp;
    private byte[] request;
    private byte[] kept = NOTHING;
    private ResponseHead head;
    private ResponseBody body;
    private ByteArrayOutputStream content;

    Posts(EventLoop loop, Answers answers) {
        this.loop = loop;
        this.answers = answers;
    }

    void from(Route clientsRoute) {
        route = clientsRoute;
    }

    boolean isWaiting() {
        return request != null;
    }

    /** Sends a request; there may be no other that waits for its answer. */
    void post(byte[] whole) throws IOException {
        request = whole;
        if (tcp == null) {
            tcp = new Tcp(this);
            tcp.connect(loop, route);
        } else {
            tcp.write(ByteBuffer.wrap(request));
        }
    }

    @Override
    public void connected() throws IOException {
        tcp.write(ByteBuffer.wrap(request));
    }

    @Override
    public void readable(ReadBuffer buffer) throws IOException {
        int end = tcp.read(buffer, kept);
        if (end < 0) {
            ended();
            return;
        }
        if (!isWaiting()) {
            throw new ProtocolException("an answer to nothing");
        }
        int from = 0;
        if (head == null) {
            from = ResponseHead.endIn(buffer.bytes(), end);
            if (from == 0) {
                kept = buffer.rest(0, end);
                return;
            }
            kept = NOTHING;
            head = ResponseHead.read(buffer.bytes(), from);
            body = ResponseBody.of(head);
            content = new ByteArrayOutputStream();
        }
        int contentEnd = body.decode(buffer.bytes(), from, end);
        content.write(buffer.bytes(), from, contentEnd - from);
        if (body.isComplete()) {
            answered();
        }
    }

    // A connection that nobody waits on may end when the server likes; the next request opens another.
    private void ended() throws IOException {
        boolean whole = body != null && body.endsWithConnection();
        if (isWaiting() && !whole) {
            throw new ProtocolException("the server closed a connection on which a request was waiting for its answer");
        }
        close();
        if (whole) {
            answered();
        }
    }

    private void answered() throws IOException {
        ResponseHead answer = head;
        head = null;
        body = null;
        request = null;
        if (answer.lists("connection", "close")) {
            close();
        }
        if (answer.status() == 200) {
            answers.answered(content.toString(UTF_8));
        } else {
            answers.broken("the server answered a request with: " + answer.statusLine() + " " + content.toString(UTF_8));
        }
    }

    @Override
    public void broken(String reason) {
        answers.broken(reason);
    }

    void close() throws IOException {
        if (tcp != null) {
            tcp.close();
            tcp = null;
        }
    }
}
