package dev.hubcast.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.hubcast.itest.HubcastWar;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What Hubcast takes for granted of the context that it captures in each handshake. */
@ExtendWith(ArquillianExtension.class)
class CapturedContextIT {

    /** Asked in the server's own JVM, which knows nothing of the test's. */
    private static final boolean ON_WILDFLY = System.getProperty("jboss.home.dir") != null;

    @Resource
    ContextService contexts;

    @Resource
    ManagedExecutorService executor;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    BeanManager beans;

    @Deployment
    static WebArchive application() {
        return HubcastWar.inContainer();
    }

    @Test
    void a_task_runs_in_the_calling_thread() {
        AtomicReference<Thread> ran = new AtomicReference<>();

        contexts.currentContextExecutor().execute(() -> ran.set(Thread.currentThread()));

        assertThat(ran).hasValue(Thread.currentThread());
    }

    @Test
    void an_exception_that_leaves_a_task_arrives_wrapped_on_wildfly_and_as_it_was_on_payara() {
        IllegalStateException thrown = new IllegalStateException("of the task");

        Throwable arrived = catchThrowable(() -> contexts.currentContextExecutor().execute(() -> {
            throw thrown;
        }));

        if (ON_WILDFLY) {
            assertThat(arrived).isNotSameAs(thrown).hasRootCause(thrown);
        } else {
            assertThat(arrived).isSameAs(thrown);
        }
    }

    @Test
    void a_task_of_the_managed_executor_has_no_request_context() throws Exception {
        assertThat(executor.submit(this::isRequestContextActive).get(10, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void wildflys_scheduled_executor_runs_tasks_at_once_and_payaras_one_after_the_other() throws Exception {
        CyclicBarrier meeting = new CyclicBarrier(2);
        Callable<Boolean> task = () -> {
            try {
                meeting.await(2, TimeUnit.SECONDS);
                return true;
            } catch (TimeoutException | BrokenBarrierException e) { // nobody else came
                return false;
            }
        };

        Future<Boolean> first = scheduler.schedule(task, 0, TimeUnit.SECONDS);
        scheduler.schedule(task, 0, TimeUnit.SECONDS);

        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(ON_WILDFLY);
    }

    private boolean isRequestContextActive() {
        try {
            return beans.getContext(RequestScoped.class).isActive();
        } catch (ContextNotActiveException e) {
            return false;
        }
    }
}
