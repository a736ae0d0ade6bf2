package dev.hubcast.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.hubcast.TransportType;
import dev.hubcast.connection.Feed;
import dev.hubcast.connection.Transport;
import dev.hubcast.protocol.Payload;
import dev.hubcast.protocol.Payload.Framing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import java.io.ByteArrayOutputStream;
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
    /** A comment, so that browsers see the stream open. */
    private static final byte[] OPENING = ":\r\n".getBytes(US_ASCII);
    private static final byte[] DATA = "data: ".getBytes(US_ASCII);
    private static final byte[] LINE_END = "\r\n".getBytes(US_ASCII);

    private final AsyncResponse response;
    private final AtomicBoolean over = new AtomicBoolean();
    private Feed feed;

    private EventStream(HttpServletRequest request, HttpServletResponse response) throws IOException {
        this.response = new AsyncResponse(request, response, this::lost);
    }

    /** Answers a request with a stream of events. */
    static void open(Admission admission, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("text/event-stream");
        response.setHeader("Cache-Control", "no-cache, no-store");
        response.setHeader("Pragma", "no-cache");
        response.setHeader("Content-Encoding", "identity"); // no filter may hold events back to compress them
        response.setHeader("X-Accel-Buffering", "no"); // nor a proxy
        EventStream stream = new EventStream(request, response);
        stream.response.takeOneWrite();
        stream.response.write(OPENING, null);
        synchronized (stream) {
            stream.feed = admission.open(stream);
            stream.response.begin();
        }
    }

    /** Records have no line ends of their own, but an application's mapping may write its values over several lines. */
    private static byte[] event(List<Payload> records) {
        ByteArrayOutputStream event = new ByteArrayOutputStream(records.stream().mapToInt(Payload::size).sum() + 16);
        event.writeBytes(DATA);
        for (Payload record : records) {
            byte[] bytes = record.bytes();
            int from = 0;
            for (int at = 0; at < bytes.length; at++) {
                if (bytes[at] == '\n') {
                    event.write(bytes, from, (at > from && bytes[at - 1] == '\r' ? at - 1 : at) - from);
                    event.writeBytes(LINE_END);
                    event.writeBytes(DATA);
                    from = at + 1;
                }
            }
            event.write(bytes, from, bytes.length - from);
        }
        event.writeBytes(LINE_END);
        event.writeBytes(LINE_END);
        return event.toByteArray();
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
    public void close() {
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
