package dev.hubcast.bench.socket;

import dev.hubcast.bench.http.EventStream;
import dev.hubcast.bench.http.ResponseBody;
import dev.hubcast.bench.http.ResponseHead;
import dev.hubcast.bench.wire.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;

/**
 * A client that hears Server-Sent Events and speaks by POST.
 *
 * <p>As browsers do it, it sends one request at a time; what is said meanwhile goes into the next one. It has two TCP connections: one for
 * the stream and one for what it asks.
 */
final class EventStreamConnection extends Connection implements Tcp.Owner, Posts.Answers, EventStream.Sink {

    private static final byte[] NOTHING = {};

    private final Negotiation negotiation;
    private final Posts posts;
    private final Tcp stream = new Tcp(this);
    private final ByteArrayOutputStream unsent = new ByteArrayOutputStream();
    private Route route;
    private String token;
    private ResponseBody body;
    // Before the body begins, of the head; then content of an event that is not whole yet.
    private byte[] kept = NOTHING;

    EventStreamConnection(int number, Wire wire, Negotiation negotiation, EventLoop loop, ConnectionEvents events) {
        super(number, wire, loop, events);
        this.negotiation = negotiation;
        posts = new Posts(loop, this);
    }

    @Override
    void connect(Route from) throws IOException {
        route = from;
        posts.from(from);
        posts.post(negotiation.request());
    }

    @Override
    public void answered(String content) throws IOException {
        if (token == null) {
            token = negotiation.token(content);
            stream.connect(loop(), route);
        } else {
            postUnsent();
        }
    }

    @Override
    public void connected() throws IOException {
        stream.write(ByteBuffer.wrap(negotiation.stream(token)));
    }

    @Override
    public void readable(ReadBuffer buffer) throws IOException {
        int end = stream.read(buffer, kept);
        if (end < 0) {
            over("the server closed the TCP connection of the event stream");
            return;
        }
        reading();
        byte[] bytes = buffer.bytes();
        int undecoded = kept.length;
        int at = 0;
        if (body == null) {
            at = ResponseHead.endIn(bytes, end);
            if (at == 0) {
                kept = buffer.rest(0, end);
                return;
            }
            undecoded = at;
            begin(ResponseHead.read(bytes, at));
        }
        int contentEnd = body.decode(bytes, undecoded, end);
        at = EventStream.consume(bytes, at, contentEnd, this);
        kept = at == contentEnd ? NOTHING : buffer.rest(at, contentEnd);
        if (body.isComplete()) {
            over("the server ended the event stream");
        }
        readDone();
    }

    private void begin(ResponseHead head) throws ProtocolException {
        if (head.status() != 200 || !head.header("content-type").startsWith("text/event-stream")) {
            throw new ProtocolException("the server answered with no event stream but: " + head.statusLine());
        }
        body = ResponseBody.of(head);
        established();
    }

    @Override
    public void event(byte[] buffer, int from, int to) {
        textReceived(buffer, from, to);
    }

    @Override
    void write(Texts texts) throws IOException {
        unsent.write(texts.bytes(), 0, texts.size());
        postUnsent();
    }

    private void postUnsent() throws IOException {
        if (unsent.size() > 0 && !posts.isWaiting()) {
            byte[] records = unsent.toByteArray();
            unsent.reset();
            posts.post(negotiation.send(token, records));
        }
    }

    @Override
    void sayGoodbye() {
        reply(wire().goodbye());
    }

    @Override
    public void broken(String reason) {
        over(reason);
    }

    @Override
    void disconnect() throws IOException {
        stream.close();
        posts.close();
    }
}
