package dev.hubcast.conformance.functional;

import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;

/** The raw connection over a WebSocket: no hub, no protocol, every message comes back. */
@ServerEndpoint(EchoServlet.PATH)
public class EchoEndpoint {

    @OnMessage
    public String text(String message) {
        return message;
    }

    @OnMessage
    public byte[] bytes(byte[] message) {
        return message;
    }
}
