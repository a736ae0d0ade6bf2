package dev.hubcast;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Gives a hub method the name that clients call it by, or makes an inherited public method callable.
 *
 * <p>A renamed method can no longer be called by its Java name.
 */
@Documented
@Retention(RUNTIME)
@Target(METHOD)
public @interface HubMethod {

    /**
     * The name that clients call.
     *
     * @return the name; empty, the default, means the name of the Java method
     */
    String value() default "";
}
