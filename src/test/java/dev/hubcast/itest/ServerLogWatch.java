package dev.hubcast.itest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Fails a test class if a server logged an error that no {@link ExpectedLog} declares.
 *
 * <p>JUnit finds it as a service and so puts it around all other extensions: the servers have ended when it reads their log.
 */
public final class ServerLogWatch implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private static final Namespace OURS = Namespace.create(ServerLogWatch.class);
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(30);

    @Override
    public void beforeAll(ExtensionContext context) {
        if (!isNested(context)) {
            ServerLog.begin();
            context.getStore(OURS).put(ExpectedErrors.class, new ExpectedErrors());
        }
        addDeclared(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        addDeclared(context);
    }

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        if (isNested(context)) {
            return;
        }
        Class<?> testClass = context.getRequiredTestClass();
        int left = ServerProcesses.awaitEnd(TIME_TO_STOP);
        String log = ServerLog.keepAs(testClass.getName());
        List<String> complaints = new ArrayList<>(LogVerdict.complaints(log, expected(context).errors));
        if (left > 0) {
            complaints.add(left + " servers still ran " + TIME_TO_STOP.toSeconds() + " s after the tests and were ended by force.");
        }
        if (log.isEmpty() && startsServer(testClass)) {
            complaints.add("There is no log: what the server did remains unknown.");
        }
        if (!complaints.isEmpty()) {
            throw new AssertionError("The server's log says about " + testClass.getSimpleName() + ":\n\n"
                    + String.join("\n\n", complaints) + "\n");
        }
    }

    private static boolean startsServer(Class<?> testClass) {
        return AnnotationSupport.findRepeatableAnnotations(testClass, ExtendWith.class).stream()
                .anyMatch(extended -> Arrays.asList(extended.value()).contains(ArquillianExtension.class));
    }

    private static void addDeclared(ExtensionContext context) {
        AnnotationSupport.findRepeatableAnnotations(context.getElement(), ExpectedLog.class).stream()
                .filter(declared -> List.of(declared.on()).contains(ServerUnderTest.current()))
                .map(ExpectedError::of)
                .forEach(expected(context).errors::add);
    }

    private static ExpectedErrors expected(ExtensionContext context) {
        return context.getStore(OURS).get(ExpectedErrors.class, ExpectedErrors.class);
    }

    private static boolean isNested(ExtensionContext context) {
        return context.getRequiredTestClass().getEnclosingClass() != null;
    }

    private static final class ExpectedErrors {

        private final List<ExpectedError> errors = new CopyOnWriteArrayList<>(ServerUnderTest.current().ways().knownErrors());
    }
}
