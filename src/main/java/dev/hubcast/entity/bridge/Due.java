package dev.hubcast.entity.bridge;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;

/** Tells apart observers of changes by the phase in which they want to hear of them: {@link ChangeObservers} puts it on them. */
@Qualifier
@Retention(RUNTIME)
@interface Due {

    /** The phase. */
    TransactionPhase value();

    /** What stands for the annotation in code. */
    final class Literal extends AnnotationLiteral<Due> implements Due {

        private static final long serialVersionUID = 1L;

        private final TransactionPhase phase;

        Literal(TransactionPhase phase) {
            this.phase = phase;
        }

        @Override
        public TransactionPhase value() {
            return phase;
        }
    }
}
