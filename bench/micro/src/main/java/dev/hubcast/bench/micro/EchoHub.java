package dev.hubcast.bench.micro;

import dev.hubcast.Hub;
import jakarta.websocket.server.ServerEndpoint;

/**
 * The hub that is called.
 */
@Hub
@ServerEndpoint("/hubs/echo")
public class EchoHub {

    /**
     * Answers with what it was given.
     *
     * @param text a text
     * @return the same
     */
    public String echo(String text) {
        return text;
    }

    /**
     * Answers with what it was given.
     *
     * @param order an order
     * @return the same
     */
    public Order order(Order order) {
        return order;
    }
}
