package dev.hubcast.transport;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Leaves the upgrade to the container's own WebSocket, which comes behind in the chain. */
final class ContainerUpgrade implements WebSocketUpgrade {

    @Override
    public Answer upgrade(Admission admission, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        admission.through(chain, request, response);
        return null;
    }
}
