package dev.hubcast.event;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.event.TransactionPhase;
import java.lang.annotation.Documented;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Says on a hub's class which CDI events its clients hear: what {@link BroadcastTo} says on the class of the events, for those that cannot
 * be annotated or had better know nothing of clients.
 *
 * <pre>{@code
 * @Hub
 * @ServerEndpoint("/hubs/parcels")
 * @Broadcasts(event = ParcelScanned.class, group = "parcel-{number}")
 * @Broadcasts(event = DepotClosed.class, all = true)
 * public class ParcelHub {}
 * }</pre>
 *
 * <p>Everything works as with {@link BroadcastTo}. If the class of the events carries that too, both count.
 */
@Repeatable(Broadcasts.List.class)
@Documented
@Retention(RUNTIME)
@Target(TYPE)
public @interface Broadcasts {

    /**
     * The events: those of this class and of its subclasses, or those that implement this interface.
     *
     * @return the type
     */
    Class<?> event();

    /**
     * The group that hears the event.
     *
     * @return a group's name, with or without placeholders; empty, the default, for none
     */
    String group() default "";

    /**
     * The user all of whose connections hear the event.
     *
     * @return a user identifier, usually a placeholder; empty, the default, for none
     */
    String user() default "";

    /**
     * Whether all connections of the hub hear the event.
     *
     * @return false by default
     */
    boolean all() default false;

    /**
     * The client method that is called.
     *
     * @return its name; empty, the default, means the simple name of the events' class with a small first letter
     */
    String method() default "";

    /**
     * When the event is sent.
     *
     * @return the phase, as in {@link BroadcastTo#when()}
     */
    TransactionPhase when() default TransactionPhase.AFTER_SUCCESS;

    /**
     * A connection that does not hear the event.
     *
     * @return a placeholder, as in {@link BroadcastTo#except()}; empty, the default, for none
     */
    String except() default "";

    /**
     * The tenant whose connections alone hear the event.
     *
     * @return a tenant, as in {@link BroadcastTo#tenant()}; empty, the default, for that of the hub call in which the event is fired
     */
    String tenant() default "";

    /** Holds several declarations of one hub. */
    @Documented
    @Retention(RUNTIME)
    @Target(TYPE)
    @interface List {

        /**
         * The declarations.
         *
         * @return what was declared, in that order
         */
        Broadcasts[] value();
    }
}
