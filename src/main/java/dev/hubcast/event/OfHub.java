package dev.hubcast.event;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Names the hub that an observer, or a {@link dev.hubcast.HubFilter} by its class, is for; one without is for all hubs.
 *
 * <p>Tells the events of a hub's connections from those of other hubs: {@link Connected}, {@link GroupJoined}, {@link GroupLeft} and
 * {@link Disconnected}.
 *
 * <pre>{@code
 * void arrived(@Observes @OfHub("chat") GroupJoined event) {
 *     presence.add(event.group(), event.caller().userName());
 * }
 * }</pre>
 *
 * <p>For each connection they come one after another, in this order: connected, joined and left, disconnected. They are told as hub methods
 * are called, with the caller's identity and a request scope of their own, on a thread of Hubcast's pool, between the calls of the
 * connection: what joins a group within a hub method is told after it. Who has joined is told as having left, also at the connection's
 * end. Observers may be synchronous or asynchronous; what an observer throws is logged and changes nothing. Where nobody observes,
 * nothing is fired.
 *
 * <p>An observer or a filter that names no hub of the application fails the deployment.
 */
@Qualifier
@Documented
@Retention(RUNTIME)
@Target({FIELD, METHOD, PARAMETER, TYPE})
public @interface OfHub {

    /**
     * The hub, by its name: that of {@link dev.hubcast.Hub#name()}, or the simple name of the hub's class.
     *
     * @return the hub's name
     */
    String value();

    /** The qualifier as a value. */
    final class Literal extends AnnotationLiteral<OfHub> implements OfHub {

        private static final long serialVersionUID = 1L;

        private final String value;

        private Literal(String value) {
            this.value = value;
        }

        /**
         * The qualifier of a hub.
         *
         * @param hub the hub's name
         * @return the qualifier
         */
        public static Literal of(String hub) {
            return new Literal(hub);
        }

        @Override
        public String value() {
            return value;
        }
    }
}
