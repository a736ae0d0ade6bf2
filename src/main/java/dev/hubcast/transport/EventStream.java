package dev.hubcast.transport;

import dev.hubcast.TransportType;
import dev.hubcast.connection.Feed;
import dev.hubcast.connection.Transport;
import dev.hubcast.protocol.Payload;
import dev.hubcast.protocol.Payload.Framing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.CloseReason.CloseCodes;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A hub's connection over Server-Sent Events ({@code TransportProtocols.md}, "Server-Sent Events"): a response that never ends for the
 * server's records; the client's come in {@link Posts}.
 */
final class EventStream implements Transport {

    private static final Logger LOG = System.getLogger(EventStream.class.getName());
    private static final Framing EVENTS = EventStream::event;
    private static final int AROUND_DATA = 16;

    private final AtomicBoolean over = new AtomicBoolean();
    private EventResponse response;
    private Feed feed;

    private EventStream() {}

    /** Answers a request with a stream of events. */
    static void open(Admission admission, HttpServletRequest request) throws IOException {
        EventStream stream = new EventStream();
        stream.response = EventResponse.open(request, stream::lost);
        synchronized (stream) {
            stream.feed = admission.open(stream);
            stream.response.begin();
        }
    }

    /** Records have no line ends of their own, but an application's mapping may write its values over several lines. */
    private static byte[] event(List<Payload> records) {
        return new EventFrame(records.stream().mapToInt(Payload::size).sum() + AROUND_DATA)
                .data(records.stream().map(Payload::bytes).toList())
                .end()
                .bytes();
    }

    @Override
    public TransportType type() {
        return TransportType.SERVER_SENT_EVENTS;
    }

    @Override
    public void send(List<Payload> records, Sent sent) {
        response.write(Payload.framed(records, EVENTS), sent);
    }

    /** A hub that shuts down may close a stream that is being opened. */
    private synchronized Feed feed() {
        return feed;
    }

    @Override
    public void close(CloseCode code) {
        Feed opened = feed();
        if (over.compareAndSet(false, true)) {
            response.end();
            opened.transportClosed(new CloseReason(CloseCodes.NORMAL_CLOSURE, ""));
        }
    }

    @Override
    public void abort() {
        over.set(true);
        response.abort();
    }

    private void lost(Throwable failure) {
        if (over.compareAndSet(false, true)) {
            LOG.log(Level.DEBUG, () -> feed + " is lost", failure);
            feed.transportClosed(new CloseReason(CloseCodes.CLOSED_ABNORMALLY, "The event stream broke."));
        }
    }
}
