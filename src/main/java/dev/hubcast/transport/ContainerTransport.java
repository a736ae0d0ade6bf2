package dev.hubcast.transport;

import dev.hubcast.TransportType;
import dev.hubcast.connection.Transport;
import dev.hubcast.protocol.Payload;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.List;

/** Sends over the container's own WebSocket. */
final class ContainerTransport implements Transport {

    private static final Logger LOG = System.getLogger(ContainerTransport.class.getName());

    private final Session session;

    ContainerTransport(Session session) {
        this.session = session;
    }

    @Override
    public TransportType type() {
        return TransportType.WEB_SOCKETS;
    }

    @Override
    public void send(List<Payload> records, Sent sent) {
        SendHandler handler = result -> sent.done(result.isOK() ? null : failure(result.getException()));
        try {
            if (records.get(0).isText()) {
                session.getAsyncRemote().sendText(Payload.joinText(records), handler);
            } else {
                session.getAsyncRemote().sendBinary(ByteBuffer.wrap(Payload.joinBytes(records)), handler);
            }
        } catch (RuntimeException e) { // the session has been closed meanwhile
            sent.done(e);
        }
    }

    private static Throwable failure(Throwable known) {
        return known != null ? known : new IOException("The container does not say why.");
    }

    @Override
    public void close(CloseCode code) {
        try {
            session.close(new CloseReason(code, ""));
        } catch (IOException | RuntimeException e) { // closed already, or the peer is gone
            LOG.log(Level.DEBUG, "A WebSocket did not close in order", e);
        }
    }

    /** Neither Tyrus nor Undertow offers more: TCP stays open until the peer reads or goes. */
    @Override
    public void abort() {
        close(CloseCodes.TRY_AGAIN_LATER);
    }
}
