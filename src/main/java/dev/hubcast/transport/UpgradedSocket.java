package dev.hubcast.transport;

import dev.hubcast.TransportType;
import dev.hubcast.connection.Feed;
import dev.hubcast.connection.Transport;
import dev.hubcast.frame.CloseStatus;
import dev.hubcast.frame.FrameException;
import dev.hubcast.frame.FrameReader;
import dev.hubcast.frame.Frames;
import dev.hubcast.protocol.Payload;
import dev.hubcast.protocol.Payload.Framing;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.CloseReason.CloseCodes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A hub's WebSocket over the Servlet specification's own upgrade. The server calls it on threads of its own, on Undertow on raw I/O
 * threads, where nothing may wait and hub code never runs.
 *
 * <p>The closing handshake (RFC 6455, section 7): whoever begins, a close frame goes out behind all records, and TCP is closed when both
 * have said it. {@link Feed#connection()} keeps the time and aborts what takes too long.
 */
public final class UpgradedSocket implements HttpUpgradeHandler, Transport {

    private static final Logger LOG = System.getLogger(UpgradedSocket.class.getName());
    private static final Framing FRAMES = records -> Frames.data(records.get(0).isText(), records.stream().map(Payload::bytes).toList());
    private static final ReadBuffers BUFFERS = new ReadBuffers();
    private static final CloseReason WITHOUT_CLOSE_FRAME = new CloseReason(CloseCodes.CLOSED_ABNORMALLY, "No reason given.");

    private final FrameReader frames = new FrameReader(new Frame());
    private final Object reading = new Object();
    private final AtomicBoolean closeSent = new AtomicBoolean();
    private final AtomicBoolean over = new AtomicBoolean();
    private Admission admission;
    private HardClose tcp;
    private ServletInputStream in;
    private SocketWriter writer;
    private Feed feed;
    /** Guarded by the monitor of reading: the client sends faster than its calls are done. */
    private boolean full;
    /** What to answer with, once the client has said its last, by a close frame or by a broken rule. */
    private volatile CloseStatus last;
    private volatile boolean closeWritten;
    /**
     * Guarded by the monitor of reading: after the client's close frame or a broken rule nothing more is read. Nor is the server asked for
     * more, because Payara would call back while another thread closes the connection, into a request that was recycled.
     */
    private boolean deaf;

    void admit(Admission admitted) {
        this.admission = admitted;
    }

    @Override
    public void init(WebConnection upgraded) {
        try {
            tcp = HardClose.of(upgraded);
            in = upgraded.getInputStream();
            writer = new SocketWriter(upgraded.getOutputStream(), this::unwritable);
            feed = admission.open(this);
            upgraded.getOutputStream().setWriteListener(writer);
            in.setReadListener(new Reader());
        } catch (IOException e) {
            throw new UncheckedIOException("The server gives no streams for an upgraded connection.", e);
        }
    }

    /** The server has ended the connection. */
    @Override
    public void destroy() {
        over(WITHOUT_CLOSE_FRAME);
    }

    @Override
    public TransportType type() {
        return TransportType.WEB_SOCKETS;
    }

    @Override
    public void send(List<Payload> records, Sent sent) {
        writer.write(Payload.framed(records, FRAMES), sent);
    }

    @Override
    public void close(CloseCode code) {
        if (closeSent.compareAndSet(false, true)) {
            CloseStatus answer = last;
            writer.write(answer == null ? Frames.close(code.getCode(), "") : Frames.close(answer.code(), ""), failure -> {
                closeWritten = failure == null;
                closeTcpIfBothHaveSaidIt();
            });
        }
    }

    @Override
    public void abort() {
        over.set(true);
        tcp.close();
        writer.die(new IOException("The connection was aborted."));
    }

    /** Then nothing waits to be written. Called behind either of the two, whichever comes second. */
    private void closeTcpIfBothHaveSaidIt() {
        if (closeWritten && last != null) {
            tcp.closeInOrder();
            over(reason(last));
        }
    }

    private static CloseReason reason(CloseStatus status) {
        return new CloseReason(CloseCodes.getCloseCode(status.code()), status.reason());
    }

    /** The connection broke. */
    private void lost(Throwable failure) {
        if (over(WITHOUT_CLOSE_FRAME)) {
            LOG.log(Level.DEBUG, () -> feed + " is lost", failure);
            tcp.close();
        }
    }

    /** Nothing that waits to be written, in the server too, will ever arrive. */
    private void unwritable(Throwable failure) {
        lost(failure);
        tcp.close();
    }

    private boolean over(CloseReason reason) {
        boolean first = over.compareAndSet(false, true);
        if (first && feed != null) {
            feed.transportClosed(reason);
        }
        return first;
    }

    private void roomAgain() {
        synchronized (reading) {
            full = false;
        }
        pump();
    }

    /** Reads what there is. One thread at a time: Undertow's I/O thread and a worker that made room may both come. */
    private void pump() {
        if (readOn()) {
            feed.whenRoom(this::roomAgain); // outside of the monitor and of the reader, because it may come back at once
        }
    }

    /** Answers whether reading stopped for want of room. */
    private boolean readOn() {
        synchronized (reading) {
            boolean wasFull = full;
            byte[] buffer = BUFFERS.take();
            try {
                while (!full && !deaf && !over.get() && in.isReady()) {
                    int count = in.read(buffer);
                    if (count < 0) {
                        break; // onAllDataRead tells of it
                    }
                    arrived(buffer, count);
                }
            } catch (IOException | RuntimeException e) {
                lost(e);
            } finally {
                BUFFERS.giveBack(buffer);
            }
            return full && !wasFull;
        }
    }

    private void arrived(byte[] buffer, int count) {
        try {
            frames.read(buffer, 0, count);
        } catch (FrameException e) {
            LOG.log(Level.DEBUG, "{0}: {1}", feed, e.getMessage());
            deaf = true;
            last = new CloseStatus(e.closeCode(), "");
            feed.peerClosing(new CloseReason(CloseCodes.getCloseCode(e.closeCode()), e.getMessage()));
        }
    }

    private final class Reader implements ReadListener {

        @Override
        public void onDataAvailable() {
            pump();
        }

        @Override
        public void onAllDataRead() {
            lost(new IOException("The client ended TCP without a close frame."));
        }

        @Override
        public void onError(Throwable failure) {
            lost(failure);
        }
    }

    private final class Frame implements FrameReader.Sink {

        @Override
        public void data(byte[] bytes, int from, int to) {
            full |= !feed.received(bytes, from, to);
        }

        @Override
        public void ping(byte[] payload) {
            writer.writePong(Frames.pong(payload));
        }

        @Override
        public void closed(CloseStatus status) {
            deaf = true;
            last = status;
            if (closeSent.get()) {
                closeTcpIfBothHaveSaidIt();
            } else {
                feed.peerClosing(reason(status));
            }
        }
    }
}
