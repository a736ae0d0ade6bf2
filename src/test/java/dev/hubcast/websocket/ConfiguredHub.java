package dev.hubcast.websocket;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import jakarta.annotation.security.DeclareRoles;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import java.util.TreeMap;

/** A hub whose author brings subprotocols and a configurator. */
@Hub(name = "configured")
@DeclareRoles({"reader", "writer"})
@ServerEndpoint(value = "/hubs/configured/{room}", subprotocols = {"second", "first"}, configurator = ConfiguredHub.Author.class)
public class ConfiguredHub {

    static final String BANNED = "https://banned.example.com";

    public String room(HubCaller caller) {
        return caller.request().pathParameters().get("room");
    }

    /** The author's configurator. */
    public static class Author extends ServerEndpointConfig.Configurator {

        @Override
        public boolean checkOrigin(String origin) {
            return !origin.equals(BANNED);
        }

        /** Jakarta's own choice, but one that no client that asks for it could expect. */
        @Override
        public String getNegotiatedSubprotocol(List<String> supported, List<String> requested) {
            return requested.equals(List.of("third", "first", "second")) ? "third" : super.getNegotiatedSubprotocol(supported, requested);
        }

        @Override
        public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
            response.getHeaders().put("X-Path", List.of(request.getRequestURI().getPath()));
            response.getHeaders().put("X-Query", List.of(request.getQueryString()));
            response.getHeaders().put("X-Parameters", List.of(new TreeMap<>(request.getParameterMap()).toString()));
            response.getHeaders().put("X-User", List.of(String.valueOf(request.getUserPrincipal() == null
                    ? null
                    : request.getUserPrincipal().getName())));
            response.getHeaders().put("X-Roles", List.of("reader " + request.isUserInRole("reader") + ", writer "
                    + request.isUserInRole("writer")));
            response.getHeaders().put("X-Wanted", request.getHeaders().getOrDefault("x-wanted", List.of("nothing")));
            response.getHeaders().put("X-Supported", List.of(config.getSubprotocols().toString()));
        }
    }
}
