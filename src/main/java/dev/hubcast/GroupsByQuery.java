package dev.hubcast;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Lets the clients of a hub join groups at the start of their connection, by a parameter of its query: {@code hubs/jobs?group=job-42}, or
 * more than one, {@code ?group=a&group=b}. Needs no hub code.
 *
 * <pre>{@code
 * @Hub(name = "jobs")
 * @ServerEndpoint("/hubs/jobs")
 * @GroupsByQuery
 * public class JobHub {}
 * }</pre>
 *
 * <p>The application's {@link JoinGuard} is asked for each group. If it refuses one, or there is no guard, the connection is refused, and the
 * client reads why. {@link jakarta.websocket.OnOpen} finds the caller in its groups already. A client that connects anew, as
 * {@code withAutomaticReconnect()} does, brings its query with it, and so is in its groups again.
 */
@Inherited
@Documented
@Retention(RUNTIME)
@Target(TYPE)
public @interface GroupsByQuery {

    /**
     * The parameter of the query whose values are names of groups.
     *
     * @return the parameter's name
     */
    String value() default "group";
}
