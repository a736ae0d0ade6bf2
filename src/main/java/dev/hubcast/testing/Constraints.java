package dev.hubcast.testing;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.NoProviderFoundException;
import jakarta.validation.Validation;
import jakarta.validation.executable.ExecutableValidator;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.util.Set;

/** Holds calls to the constraints on a hub's methods, as a container does that has Bean Validation. */
interface Constraints {

    /** Throws {@link ConstraintViolationException} if an argument violates a constraint. */
    void requireArguments(Object hub, Method method, Object[] arguments);

    /** Throws {@link ConstraintViolationException} if the result does. */
    void requireResult(Object hub, Method method, Object result);

    /** By the class path's Bean Validation; without one, whatever comes will do. */
    static Constraints ofClassPath() {
        try {
            return new ByProvider(Validation.buildDefaultValidatorFactory().getValidator().forExecutables());
        } catch (NoProviderFoundException e) {
            System.getLogger(Constraints.class.getName()).log(Level.INFO,
                    "No provider of Bean Validation is on the class path, so constraints on hub methods are not looked at.");
            return new None();
        }
    }

    /** By a provider. */
    record ByProvider(ExecutableValidator validator) implements Constraints {

        @Override
        public void requireArguments(Object hub, Method method, Object[] arguments) {
            require(validator.validateParameters(hub, method, arguments));
        }

        @Override
        public void requireResult(Object hub, Method method, Object result) {
            require(validator.validateReturnValue(hub, method, result));
        }

        private static void require(Set<? extends ConstraintViolation<?>> violations) {
            if (!violations.isEmpty()) {
                throw new ConstraintViolationException(violations);
            }
        }
    }

    /** No provider, no rules. */
    record None() implements Constraints {

        @Override
        public void requireArguments(Object hub, Method method, Object[] arguments) {}

        @Override
        public void requireResult(Object hub, Method method, Object result) {}
    }
}
