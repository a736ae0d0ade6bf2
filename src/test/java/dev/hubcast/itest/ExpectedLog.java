package dev.hubcast.itest;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Declares an error that the server logs while a test class runs; any other one fails the class.
 *
 * <p>An error that is declared but not logged fails the class as well. What a method declares counts if that method runs.
 */
@Repeatable(ExpectedLog.All.class)
@Retention(RUNTIME)
@Target({TYPE, METHOD})
public @interface ExpectedLog {

    /**
     * What the error looks like.
     *
     * @return a regular expression that is found in the message or its stack trace
     */
    String value();

    /**
     * Whether the error may be missing, because it depends on a race.
     *
     * @return false, the default, if the error must be logged
     */
    boolean optional() default false;

    /**
     * The servers that log it.
     *
     * @return all of them by default
     */
    ServerUnderTest[] on() default {ServerUnderTest.PAYARA_MICRO, ServerUnderTest.WILDFLY};

    /** Holds several expected errors. */
    @Retention(RUNTIME)
    @Target({TYPE, METHOD})
    @interface All {

        /**
         * The errors.
         *
         * @return what was declared, in that order
         */
        ExpectedLog[] value();
    }
}
