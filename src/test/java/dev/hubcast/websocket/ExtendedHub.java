package dev.hubcast.websocket;

import dev.hubcast.Hub;
import jakarta.websocket.Extension;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;

/** A hub whose author chooses extensions, which only a server's own WebSocket can have: none, but tells what was asked for. */
@Hub(name = "extended")
@ServerEndpoint(value = "/hubs/extended", configurator = ExtendedHub.Author.class)
public class ExtendedHub {

    /** The author's configurator, for one client at a time. */
    public static class Author extends ServerEndpointConfig.Configurator {

        private volatile List<String> asked = List.of();

        @Override
        public List<Extension> getNegotiatedExtensions(List<Extension> installed, List<Extension> requested) {
            asked = requested.stream().map(Extension::getName).toList();
            return List.of();
        }

        @Override
        public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
            response.getHeaders().put("X-Asked", List.of(asked.toString()));
        }
    }
}
