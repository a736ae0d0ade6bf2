package dev.hubcast.mistakes;

import dev.hubcast.Hub;
import jakarta.websocket.Extension;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;

/** A hub whose author wants to choose extensions. */
@Hub
@ServerEndpoint(value = "/hubs/good", configurator = ExtendedHub.Author.class)
public class ExtendedHub {

    /** The author's configurator. */
    public static class Author extends ServerEndpointConfig.Configurator {

        @Override
        public List<Extension> getNegotiatedExtensions(List<Extension> installed, List<Extension> requested) {
            return List.of();
        }
    }
}
