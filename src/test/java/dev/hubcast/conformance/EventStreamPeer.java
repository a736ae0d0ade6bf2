package dev.hubcast.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.Flow;

/** A stream of Server-Sent Events that puts what their data says into an inbox. */
final class EventStreamPeer implements Flow.Subscriber<String>, Peer {

    private static final String LINE_END = "\r\n";
    private static final String DATA = "data: ";

    private final Inbox inbox;
    private volatile Flow.Subscription subscription;
    private StringJoiner data = data();

    EventStreamPeer(Inbox inbox) {
        this.inbox = inbox;
    }

    /** Reads the body of a response line by line. */
    void read(Flow.Publisher<List<ByteBuffer>> body) {
        body.subscribe(BodySubscribers.fromLineSubscriber(this, peer -> null, UTF_8, LINE_END));
    }

    @Override
    public void onSubscribe(Flow.Subscription subscribed) {
        subscription = subscribed;
        subscribed.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        if (line.startsWith(DATA)) {
            data.add(line.substring(DATA.length()));
        } else if (line.isEmpty() && data.length() > 0) {
            inbox.put(Records.of(data.toString()));
            data = data();
        }
    }

    @Override
    public void onError(Throwable error) {
        inbox.end(Json.createObjectBuilder().add("failed", error.toString()).build());
    }

    @Override
    public void onComplete() {
        inbox.end(Json.createObjectBuilder().add("ended", true).build());
    }

    @Override
    public void send(Payload payload) {
        throw new UnsupportedOperationException("An event stream has one direction; its client sends by POST.");
    }

    @Override
    public void close() {
        subscription.cancel();
    }

    @Override
    public void kill() {
        subscription.cancel();
    }

    private static StringJoiner data() {
        return new StringJoiner("\n");
    }
}
