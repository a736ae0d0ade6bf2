package dev.hubcast.entity;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.inject.Stereotype;
import jakarta.persistence.EntityListeners;
import java.lang.annotation.Documented;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Has a hub's clients hear of each change of a JPA entity, after the transaction that changed it has succeeded.
 *
 * <pre>{@code
 * @Entity
 * @LiveUpdates(hub = "todo", group = "list-{listId}")
 * public class TodoItem { … }
 * }</pre>
 *
 * <pre>{@code
 * connection.on("entityChanged", ({operation, entityName, entity}) => …);
 * }</pre>
 *
 * <p><b>Who hears of it</b> is said by exactly one of {@link #group}, {@link #user} and {@link #all}, by the rules of
 * {@link dev.hubcast.event.BroadcastTo}: placeholders read properties of the entity, as it is in the end, by its getters. Where one has no
 * value, nobody hears of the change, and the log says so. Repeat the annotation for more.
 *
 * <p><b>What they hear</b> is one argument {@code {operation, entityName, entity}}: what the transaction did, all in all
 * ({@link EntityOperation}), the name of {@code @Entity} or the simple name of the class, and the entity as the hub's JSON mapping writes
 * it, or what {@link #only} or {@link #mapping} leaves of it. Each entity is told once for each transaction, with its final state, in the
 * order in which they were first flushed: what was added and then updated is an ADD, what was added and removed again is nothing, what was
 * removed and added again is an UPDATE. It is mapped and written after the last flush, within the transaction, so with ids, versions and
 * what {@code @PreUpdate} sets, and relations can be followed. A rollback sends nothing.
 *
 * <p><b>Beans</b> hear of each change by the CDI event {@link EntityChange}.
 *
 * <p><b>How it is noticed.</b> JPA's own callbacks tell of the changes; the annotation brings the listener along, on EclipseLink and on
 * Hibernate, and the author names none. What these callbacks do not tell of can be told to {@link EntityChanges}. The persistence unit
 * takes part in JTA transactions.
 *
 * <p>Subclasses of the entity, and the entities below a mapped superclass, are heard too. The annotation is a stereotype, so that CDI sees
 * the class; the entity does not become a bean by it. Mistakes fail the deployment.
 */
@EntityListeners(EntityChangeListener.class)
@Stereotype
@Repeatable(LiveUpdates.List.class)
@Documented
@Retention(RUNTIME)
@Target(TYPE)
public @interface LiveUpdates {

    /**
     * The hub, by its name: that of {@link dev.hubcast.Hub#name()}, or the simple name of the hub's class.
     *
     * @return the hub's name
     */
    String hub();

    /**
     * The group that hears of changes.
     *
     * @return a group's name, with or without placeholders; empty, the default, for none
     */
    String group() default "";

    /**
     * The user all of whose connections hear of changes.
     *
     * @return a user identifier, usually a placeholder such as <code>{ownerId}</code>; empty, the default, for none
     */
    String user() default "";

    /**
     * Whether all connections of the hub hear of changes.
     *
     * @return false by default
     */
    boolean all() default false;

    /**
     * The client method that is called.
     *
     * @return its name
     */
    String method() default "entityChanged";

    /**
     * The tenant whose connections alone hear of changes, in an application that has a {@link dev.hubcast.TenantResolver}.
     *
     * @return a tenant, usually a placeholder; empty, the default, for that of the hub call that makes the change: of one that is made
     *     anywhere else nobody hears, and the log says so
     */
    String tenant() default "";

    /**
     * The properties of the entity that clients read, in place of all that the JSON mapping would write.
     *
     * @return their names, with dots those of what they hold: {@code owner.name} is written as the property of that name; empty, the
     *     default, for all
     */
    String[] only() default {};

    /**
     * What makes of the entity what clients read.
     *
     * @return the class of the mapping
     */
    Class<? extends EntityMapping<?>> mapping() default EntityMapping.None.class;

    /**
     * Whether the connection that the change came from does not hear of it. That is the connection whose call of a hub method made the
     * change, or the one that the HTTP request names by its id in the header {@code Hubcast-Connection}. The header counts only for a
     * connection of the user who sent the request, or if neither is logged in.
     *
     * @return false by default
     */
    boolean exceptOrigin() default false;

    /** Holds several declarations of one class. */
    @EntityListeners(EntityChangeListener.class)
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
        LiveUpdates[] value();
    }
}
