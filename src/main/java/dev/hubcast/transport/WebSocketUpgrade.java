package dev.hubcast.transport;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** How a request that may become a hub's WebSocket becomes one. */
interface WebSocketUpgrade {

    /**
     * Upgrades the connection.
     *
     * @param admission the hub and what is known of the connection
     * @param request a good upgrade request
     * @param response its response
     * @param chain what comes behind Hubcast's filter
     * @return what to answer instead; null if the connection was upgraded, or the container answered
     */
    Answer upgrade(Admission admission, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException;
}
