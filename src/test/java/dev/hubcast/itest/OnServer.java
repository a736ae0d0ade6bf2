package dev.hubcast.itest;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** A test of what one server alone does, or can be made to do; on the others it is left out. */
@Retention(RUNTIME)
@Target({TYPE, METHOD})
@ExtendWith(OnServer.Condition.class)
public @interface OnServer {

    /**
     * The server.
     *
     * @return the one that the test is for
     */
    ServerUnderTest value();

    /** Asks {@link ServerUnderTest#current()}. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            ServerUnderTest current = ServerUnderTest.current();
            return AnnotationSupport.findAnnotation(context.getElement(), OnServer.class)
                    .filter(wanted -> wanted.value() != current)
                    .map(wanted -> ConditionEvaluationResult.disabled("Only on " + wanted.value() + ", not on " + current))
                    .orElseGet(() -> ConditionEvaluationResult.enabled("On " + current));
        }
    }
}
