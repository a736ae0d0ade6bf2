package dev.hubcast.transport;

import dev.hubcast.connection.Feed;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;

/**
 * A hub's connection over the container's own WebSocket. The container calls it on threads of its own, where hub code never runs.
 *
 * <p>Messages are taken in parts, so that the container gathers no large one before its size was looked at.
 */
public final class ContainerEndpoint extends Endpoint {

    private static final Logger LOG = System.getLogger(ContainerEndpoint.class.getName());
    private static final PushBack PUSH_BACK = new PushBack();

    private volatile Feed feed;

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        session.setMaxIdleTimeout(0); // Payara: a positive one closes some fresh sessions at once
        TyrusIdleTask.takeFrom(session);
        Admission admission = (Admission) config.getUserProperties().remove(HubConfigurator.ADMISSION);
        feed = admission.open(new ContainerTransport(session));
        session.addMessageHandler(String.class, new Text());
        session.addMessageHandler(byte[].class, new Binary());
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        if (feed != null) {
            feed.transportClosed(reason);
        }
    }

    @Override
    public void onError(Session session, Throwable failure) {
        LOG.log(Level.DEBUG, () -> feed + ": the container's WebSocket failed", failure);
    }

    private void received(byte[] bytes) {
        if (!feed.received(bytes, 0, bytes.length)) {
            PUSH_BACK.untilRoom(feed);
        }
    }

    private final class Text implements MessageHandler.Partial<String> {

        @Override
        public void onMessage(String part, boolean last) {
            received(part.getBytes(StandardCharsets.UTF_8));
        }
    }

    private final class Binary implements MessageHandler.Partial<byte[]> {

        @Override
        public void onMessage(byte[] part, boolean last) {
            received(part);
        }
    }
}
