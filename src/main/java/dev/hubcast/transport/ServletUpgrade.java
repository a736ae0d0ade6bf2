package dev.hubcast.transport;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

/** Upgrades by the Servlet specification's own means (Jakarta Servlet, section 2.3.3.5): Hubcast reads and writes the frames. */
final class ServletUpgrade implements WebSocketUpgrade {

    /** Of RFC 6455, section 1.3. */
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final ServerEndpointConfig config;
    private final PathTemplate path;

    /** Takes what the author's annotation says; its configurator is asked as a container would ask it. */
    ServletUpgrade(ServerEndpointConfig config) {
        this.config = config;
        this.path = new PathTemplate(config.getPath());
    }

    @Override
    public Answer upgrade(Admission admission, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Sec-WebSocket-Accept", accept(request.getHeader("Sec-WebSocket-Key").strip()));
        List<String> requested = requestedSubprotocols(request);
        if (!requested.isEmpty()) {
            String subprotocol = config.getConfigurator().getNegotiatedSubprotocol(config.getSubprotocols(), requested);
            if (subprotocol != null && !subprotocol.isEmpty()) {
                response.setHeader("Sec-WebSocket-Protocol", subprotocol);
            }
        }
        ServletHandshake.modify(config, path.match(HubServletFilter.path(request)).orElseThrow(), request, response);
        response.setStatus(HttpServletResponse.SC_SWITCHING_PROTOCOLS);
        response.setHeader("Upgrade", "websocket");
        response.setHeader("Connection", "Upgrade");
        request.upgrade(UpgradedSocket.class).admit(admission.taken());
        response.flushBuffer(); // Payara sends the 101 only so
        return null;
    }

    private static List<String> requestedSubprotocols(HttpServletRequest request) {
        List<String> requested = new ArrayList<>();
        for (String line : Collections.list(request.getHeaders("Sec-WebSocket-Protocol"))) {
            for (String each : line.split(",")) {
                if (!each.isBlank()) {
                    requested.add(each.strip());
                }
            }
        }
        return requested;
    }

    private static String accept(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1.", e);
        }
    }
}
