package dev.hubcast.bench.bare;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the server does without a hub: echoes, or sends to every session.
 *
 * <p>A text that begins with {@code b} goes to everybody, any other back to its sender.
 */
@ServerEndpoint("/raw")
public class RawEndpoint {

    // The container makes an endpoint instance per session; Session.getOpenSessions() would copy its set for each broadcast.
    private static final Set<Session> SESSIONS = ConcurrentHashMap.newKeySet();

    @OnOpen
    public void opened(Session session) {
        SESSIONS.add(session);
    }

    @OnMessage
    public void received(Session session, String text) {
        if (!text.startsWith("b")) {
            session.getAsyncRemote().sendText(text);
            return;
        }
        for (Session each : SESSIONS) {
            if (each.isOpen()) {
                each.getAsyncRemote().sendText(text);
            }
        }
    }

    @OnClose
    public void closed(Session session) {
        SESSIONS.remove(session);
    }
}
