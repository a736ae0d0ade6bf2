package dev.hubcast.transport;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Payara's network layer calls a write done until four times the socket's send buffer wait in the server's memory, which on a fast
 * network are megabytes for each client that does not read. No interface of Jakarta's bounds that, so Grizzly's own is asked.
 */
final class PayaraQueue {

    private static final Logger LOG = System.getLogger(PayaraQueue.class.getName());
    private static final String FACADE = "org.apache.catalina.connector.RequestFacade";

    private PayaraQueue() {}

    /** Has the request's connection, if it is Payara's, take one write beyond what the socket takes, and no more. */
    static void takeOneWrite(ServletRequest request) {
        ServletRequest facade = request;
        while (facade instanceof ServletRequestWrapper wrapper) {
            facade = wrapper.getRequest();
        }
        if (!facade.getClass().getName().equals(FACADE)) {
            return;
        }
        try {
            Object connection = facade;
            for (String step : new String[] {"getUnwrappedCoyoteRequest", "getCoyoteRequest", "getContext", "getConnection"}) {
                connection = connection.getClass().getMethod(step).invoke(connection);
            }
            connection.getClass().getMethod("setMaxAsyncWriteQueueSize", int.class).invoke(connection, 1);
        } catch (ReflectiveOperationException | RuntimeException e) { // another version, or Tomcat: its own bounds hold
            LOG.log(Level.DEBUG, "The server's own queue keeps its bound", e);
        }
    }
}
