package dev.hubcast.event;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Documented;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Makes the CDI events of a class broadcasts: after the transaction in which any bean fired one has succeeded, a hub's clients hear it,
 * without a line of hub code.
 *
 * <pre>{@code
 * @BroadcastTo(hub = "sales", group = "region-{region}")
 * public record OrderPlaced(String region, String product, BigDecimal amount) {}
 *
 * @Stateless
 * public class Orders {
 *     @Inject Event<OrderPlaced> placed;
 *
 *     public void place(Order order) {
 *         …
 *         placed.fire(new OrderPlaced(order.region(), order.product(), order.amount()));
 *     }
 * }
 * }</pre>
 *
 * <pre>{@code
 * connection.on("orderPlaced", order => show(order.product));
 * }</pre>
 *
 * <p><b>Who hears it</b> is said by exactly one of {@link #group}, {@link #user} and {@link #all}. Repeat the annotation for more.
 *
 * <p><b>Placeholders</b> such as {@code {region}} or {@code {order.region}} stand for properties of the event: record components,
 * getters, methods of the property's name, public fields. Between two of them there is text; how it is kept out of the values is
 * {@link NameTemplate}'s to say, which also tells a hub the name of the group to join. Where a value is null, or {@code Optional} and
 * empty, nobody hears the event, and the log says so.
 *
 * <p><b>What they hear</b> is the event as the hub's JSON mapping writes it, as the one argument of {@link #method}. It is written when
 * the event is fired, so within the transaction: what changes in it later, such as an id that JPA gives out at the flush, is not sent.
 *
 * <p><b>When</b>: see {@link #when}. Events of one transaction are sent in the order in which they were fired. The commit does not wait
 * for clients. Where an event cannot be sent, the log says why, and neither the transaction nor another observer notices. What is fired by
 * {@code fireAsync} is sent at once whatever becomes of the transaction, as {@code @ObservesAsync} demands, in no order.
 *
 * <p><b>Subclasses</b> are heard too, once and under the method's name of the annotated class, as an observer of that class would
 * hear them; a subclass with an annotation of its own is broadcast by both.
 *
 * <p><b>Discovery.</b> The annotation is a stereotype, so that containers see the class in every archive with or without a
 * {@code beans.xml} but one of {@code bean-discovery-mode="none"}; the class does not become a bean by it. A class that is not seen, like
 * every other mistake, fails the deployment. A class that cannot be annotated is declared by {@link Broadcasts} on the hub.
 */
@Stereotype
@Repeatable(BroadcastTo.List.class)
@Documented
@Retention(RUNTIME)
@Target(TYPE)
public @interface BroadcastTo {

    /**
     * The hub, by its name: that of {@link dev.hubcast.Hub#name()}, or the simple name of the hub's class.
     *
     * @return the hub's name
     */
    String hub();

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
     * @return its name; empty, the default, means the simple name of the class with a small first letter
     */
    String method() default "";

    /**
     * When the event is sent: by default after the transaction has succeeded, and not at all if it is rolled back.
     * {@link TransactionPhase#IN_PROGRESS} sends at once. Where there is no transaction, every phase is now.
     *
     * @return the phase
     */
    TransactionPhase when() default TransactionPhase.AFTER_SUCCESS;

    /**
     * A connection that does not hear the event, because it is where the event came from.
     *
     * @return a placeholder for a property that holds a connection's id, or null for none; empty, the default, for none
     */
    String except() default "";

    /**
     * The tenant whose connections alone hear the event, in an application that has a {@link dev.hubcast.TenantResolver}.
     *
     * @return a tenant, usually a placeholder; empty, the default, for that of the hub call in which the event is fired: one that is fired
     *     anywhere else nobody hears, and the log says so
     */
    String tenant() default "";

    /** Holds several declarations of one class. */
    @Stereotype
    @Documented
    @Retention(RUNTIME)
    @Target(TYPE)
    @interface List {

        /**
         * The declarations.
         *
         * @return what was declared, in that order
         */
        BroadcastTo[] value();
    }
}
