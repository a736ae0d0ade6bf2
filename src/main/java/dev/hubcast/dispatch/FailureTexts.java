package dev.hubcast.dispatch;

import dev.hubcast.HubException;
import jakarta.ejb.AccessLocalException;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.transaction.TransactionalException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

/**
 * What clients read of a failure. The sentences are the reference server's; behind them stands what a {@link HubException} or a violated
 * constraint says, and other exceptions only where detailed errors are on.
 */
final class FailureTexts {

    private final boolean detailed;

    FailureTexts(boolean detailed) {
        this.detailed = detailed;
    }

    String unknownMethod(String target) {
        return notInvoked(target) + " HubException: Method does not exist.";
    }

    String unauthorized(String target) {
        return "Failed to invoke '" + target + "' because user is unauthorized";
    }

    String notStreaming(String target) {
        return "The client attempted to invoke the non-streaming '" + target + "' method with a streaming invocation.";
    }

    String streaming(String target) {
        return "The client attempted to invoke the streaming '" + target + "' method with a non-streaming invocation.";
    }

    String streamCount(String target, int sent, int expected) {
        return failed(target) + " HubException: Client sent " + sent + " stream(s), Hub method expects " + expected + ".";
    }

    String tooManyStreams(String target) {
        return failed(target) + " HubException: Too many calls of this client stream already.";
    }

    String idInUse(String invocationId) {
        return "Invocation ID '" + invocationId + "' is already in use.";
    }

    String noStream(String target) {
        return "The value returned by the streaming method '" + target + "' is not a Stream or Flow.Publisher.";
    }

    /** A stream that failed. */
    String whileStreaming(String target, Throwable failure) {
        if (isRefusal(failure)) {
            return unauthorized(target);
        }
        String detail = detail(failure);
        String general = "An error occurred on the server while streaming results.";
        return detail == null ? general : general + " " + detail;
    }

    /** Arguments that do not fit. */
    String notBound(String target, String why) {
        return notInvoked(target) + (detailed ? " InvalidDataException: " + why : "");
    }

    /** A method that threw. */
    String thrown(String target, Throwable failure) {
        if (isRefusal(failure)) {
            return unauthorized(target);
        }
        String detail = detail(failure);
        return detail == null ? failed(target) : failed(target) + " " + detail;
    }

    /** What a client may read of a failure itself, null for nothing. */
    String detail(Throwable failure) {
        if (failure instanceof HubException) {
            return "HubException: " + failure.getMessage();
        }
        if (failure instanceof ConstraintViolationException violations) {
            return "HubException: " + violations.getConstraintViolations().stream()
                    .map(FailureTexts::violation)
                    .sorted()
                    .collect(Collectors.joining("; "));
        }
        return detailed ? failure.getClass().getSimpleName() + ": " + failure.getMessage() : null;
    }

    /** Whether the failure is one that the caller was meant to see: nothing for the log or {@code @OnError}. */
    static boolean isForCaller(Throwable failure) {
        return failure instanceof HubException || failure instanceof ConstraintViolationException || isRefusal(failure);
    }

    /** Whether an EJB has refused its caller. */
    static boolean isRefusal(Throwable failure) {
        return failure instanceof EJBAccessException || failure instanceof AccessLocalException;
    }

    /** Takes off what containers and stages wrap around the failure. */
    static Throwable unwrap(Throwable failure) {
        Throwable at = failure;
        while (isWrapper(at) && at.getCause() != null) {
            at = at.getCause();
        }
        return at;
    }

    private static boolean isWrapper(Throwable failure) {
        return failure instanceof CompletionException || failure instanceof ExecutionException
                || failure instanceof InvocationTargetException || failure instanceof UndeclaredThrowableException
                || failure instanceof TransactionalException
                || failure instanceof EJBException && !isRefusal(failure);
    }

    /** The parameter or property as the author named it, without the method, and never the value. */
    private static String violation(ConstraintViolation<?> violation) {
        List<String> path = new ArrayList<>();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() != ElementKind.METHOD && node.getKind() != ElementKind.CONSTRUCTOR) {
                path.add(node.toString());
            }
        }
        return String.join(".", path) + ": " + violation.getMessage();
    }

    private static String failed(String target) {
        return "An unexpected error occurred invoking '" + target + "' on the server.";
    }

    private static String notInvoked(String target) {
        return "Failed to invoke '" + target + "' due to an error on the server.";
    }
}
