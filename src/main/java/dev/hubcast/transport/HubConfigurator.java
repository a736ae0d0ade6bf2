package dev.hubcast.transport;

import jakarta.websocket.Extension;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;

/** Stands between the container and the author's configurator: hands the admission over, and keeps compression off unless asked for. */
public final class HubConfigurator extends ServerEndpointConfig.Configurator {

    static final String ADMISSION = "dev.hubcast.admission";

    private final ServerEndpointConfig.Configurator author;
    private final boolean authorsOwn;

    /**
     * A configurator for a hub.
     *
     * @param author the author's configurator, or an instance of the standard class
     */
    public HubConfigurator(ServerEndpointConfig.Configurator author) {
        this.author = author;
        this.authorsOwn = isAuthorsOwn(author);
    }

    /** Whether it is not the standard class, which every server takes for its own. */
    static boolean isAuthorsOwn(ServerEndpointConfig.Configurator configurator) {
        return configurator.getClass() != ServerEndpointConfig.Configurator.class;
    }

    /** The author has been asked by {@link HubServletFilter}; WildFly would answer 404. */
    @Override
    public boolean checkOrigin(String origin) {
        return true;
    }

    @Override
    public String getNegotiatedSubprotocol(List<String> supported, List<String> requested) {
        return author.getNegotiatedSubprotocol(supported, requested);
    }

    /** Compression costs memory and leaks secrets that share a frame with an attacker's text. */
    @Override
    public List<Extension> getNegotiatedExtensions(List<Extension> installed, List<Extension> requested) {
        return authorsOwn ? author.getNegotiatedExtensions(installed, requested) : List.of();
    }

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        author.modifyHandshake(config, request, response);
        config.getUserProperties().put(ADMISSION, Admission.take());
    }

    @Override
    public <T> T getEndpointInstance(Class<T> endpointClass) {
        return endpointClass.cast(new ContainerEndpoint());
    }
}
