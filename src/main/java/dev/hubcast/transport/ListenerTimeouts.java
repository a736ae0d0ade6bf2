package dev.hubcast.transport;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;

/**
 * The read and write time-outs of WildFly's listener, 90 s each by default, hold for a connection as long as TCP lives: an upgraded one is
 * ended if its client is silent for so long, and any whose server writes again after so long. Hubcast keeps the times itself.
 *
 * <p>They are taken from the TCP connection for good; how long it may idle between two requests is another limit, which stays. So do these
 * under HTTP/2, where a TCP connection carries many requests.
 */
final class ListenerTimeouts {

    private static final Logger LOG = System.getLogger(ListenerTimeouts.class.getName());
    private static final String OF_UNDERTOW = "io.undertow.servlet.spec.HttpServletRequestImpl";

    private ListenerTimeouts() {}

    /** Has nothing but Hubcast end the request's connection for silence. To be called while nothing of the answer is written. */
    static void takeFrom(ServletRequest request) {
        ServletRequest inner = request;
        while (inner instanceof ServletRequestWrapper wrapper) {
            inner = wrapper.getRequest();
        }
        if (!inner.getClass().getName().equals(OF_UNDERTOW)) {
            return;
        }
        try {
            Object exchange = inner.getClass().getMethod("getExchange").invoke(inner);
            Object connection = exchange.getClass().getMethod("getConnection").invoke(exchange);
            ClassLoader undertow = connection.getClass().getClassLoader();
            Method setOption = connection.getClass().getMethod("setOption", undertow.loadClass("org.xnio.Option"), Object.class);
            for (String option : new String[] {"READ_TIMEOUT", "WRITE_TIMEOUT"}) {
                setOption.invoke(connection, undertow.loadClass("org.xnio.Options").getField(option).get(null), 0);
            }
        } catch (ReflectiveOperationException | RuntimeException e) { // another version
            LOG.log(Level.DEBUG, "The listener's time-outs stay", e);
        }
    }
}
