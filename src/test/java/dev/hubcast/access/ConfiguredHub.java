package dev.hubcast.access;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;

/** A hub whose author brings subprotocols and a configurator. */
@Hub(name = "configured")
@ServerEndpoint(value = "/hubs/configured", subprotocols = {"second", "first"}, configurator = ConfiguredHub.Author.class)
public class ConfiguredHub {

    public String header(HubCaller caller, String name) {
        return caller.request().header(name);
    }

    /** The author's configurator. */
    public static class Author extends ServerEndpointConfig.Configurator {

        @Override
        public boolean checkOrigin(String origin) {
            return !"https://banned.example.com".equals(origin);
        }

        @Override
        public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
            response.getHeaders().put("X-Author", List.of("was asked"));
        }
    }
}
