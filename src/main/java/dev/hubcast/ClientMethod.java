package dev.hubcast;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Gives a method of a client interface the name under which clients registered their handler. */
@Documented
@Retention(RUNTIME)
@Target(METHOD)
public @interface ClientMethod {

    /**
     * The client method's name.
     *
     * @return the name, not empty
     */
    String value();
}
