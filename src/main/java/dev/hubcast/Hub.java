package dev.hubcast;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Makes a class a hub: a CDI bean whose public methods SignalR clients call.
 *
 * <p>The path comes from the standard annotation, {@link jakarta.websocket.server.ServerEndpoint}, on the same class:
 *
 * <pre>{@code
 * @Hub
 * @ServerEndpoint("/hubs/chat")
 * public class ChatHub {
 *
 *     @Inject HubContext<ChatHub> hub;
 *
 *     public void say(HubCaller caller, String text) {
 *         hub.clients().all().send("said", caller.userName(), text);
 *     }
 * }
 * }</pre>
 *
 * <p><b>Callable</b> are the public instance methods that the class declares, and inherited ones that carry {@link HubMethod}.
 * Life-cycle methods ({@link jakarta.websocket.OnOpen}, {@link jakarta.websocket.OnClose}, {@link jakarta.websocket.OnError}),
 * observers, producers, initializers and interceptor methods never are. Names match without regard to case; overloads fail the
 * deployment. A parameter of type {@link HubCaller} never comes from the wire.
 *
 * <p><b>Scope.</b> One instance serves all connections ({@code @ApplicationScoped}), so an instance field that is neither final nor
 * injected fails the deployment: state of a connection lives in {@link HubCaller#items()}. A scope written on the class replaces
 * the default, and the author takes that duty over; {@code @RequestScoped} and {@code @Dependent} mean one instance per call.
 *
 * <p><b>Threads.</b> Calls of one connection run one after another, unless
 * {@code hubcast.maximum-parallel-invocations-per-client} lets more run at a time; calls of different connections run at the same
 * time. A call runs on a thread of Hubcast's own bounded pool, with the caller's identity, class loader, naming and a CDI request
 * context of its own. A method may block; it then holds up its own client alone.
 *
 * @see HubContext
 * @see HubCaller
 */
@Stereotype
@ApplicationScoped
@Documented
@Retention(RUNTIME)
@Target(TYPE)
public @interface Hub {

    /**
     * The hub's name, unique in the application: configuration keys and logs use it. Letters, digits, {@code -} and {@code _}.
     *
     * @return the name; empty, the default, means the simple name of the class
     */
    String name() default "";

    /**
     * The interface of the hub's clients, checked at deployment so that a mistake in it does not wait for its first use.
     *
     * @return an interface as {@link HubContext#clients(Class)} takes it; {@code void.class}, the default, for none
     */
    Class<?> client() default void.class;
}
