package dev.hubcast.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubcast.EventQueues;
import dev.hubcast.Join;
import dev.hubcast.JoinGuard;
import dev.hubcast.event.bridge.HandTransactions;
import dev.hubcast.transport.HubEndpoints;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ApplicationQueuesTest {

    @ApplicationScoped
    static class Reporter {

        @Inject
        EventQueues queues;

        boolean report(String text) {
            return queues.enqueue("q", text);
        }
    }

    @ApplicationScoped
    static class Lenient implements JoinGuard {

        @Override
        public boolean mayJoin(Join join) {
            return true;
        }
    }

    @ApplicationScoped
    static class Strict implements JoinGuard {

        @Override
        public boolean mayJoin(Join join) {
            return false;
        }
    }

    private final List<Thread> started = new CopyOnWriteArrayList<>();

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        started.add(thread);
        return thread;
    }

    private HubcastApplication start(Deployment deployment) {
        HubcastExtension extension = deployment.container().getBeanManager().getExtension(HubcastExtension.class);
        HubcastApplication application = new HubcastApplication(extension, new HubEndpoints());
        application.start(this::thread, new HandTransactions(), new HubSettings(MapConfig.source()));
        return application;
    }

    @Test
    void any_bean_may_use_queues_before_and_after_the_web_context_has_started_until_it_ends() {
        try (Deployment deployment = Deployment.of(Reporter.class)) {
            Reporter reporter = deployment.container().select(Reporter.class).get();
            assertThat(reporter.report("early")).isTrue();

            HubcastApplication application = start(deployment);
            assertThat(reporter.report("later")).isTrue();

            application.stop();
            assertThat(reporter.report("too late")).isFalse();
        }
    }

    @Test
    void an_application_that_uses_no_queues_has_no_thread_for_them() {
        try (Deployment deployment = Deployment.of(Reporter.class)) {
            HubcastApplication application = start(deployment);
            assertThat(started).isEmpty();

            deployment.container().select(Reporter.class).get().report("first");
            assertThat(started).as("the clock").hasSize(1);
            application.stop();
        }
    }

    @Test
    void queues_that_are_used_when_the_application_has_ended_take_nothing() {
        try (Deployment deployment = Deployment.of(Reporter.class)) {
            start(deployment).stop();

            assertThat(deployment.container().select(Reporter.class).get().report("too late")).isFalse();
        }
    }

    @Test
    void two_guards_are_a_mistake_that_fails_the_deployment() {
        try (Deployment deployment = Deployment.of(Lenient.class, Strict.class)) {
            assertThatThrownBy(() -> start(deployment)).isInstanceOf(IllegalStateException.class)
                    .hasMessage("More than one bean is a JoinGuard. Leave one of them.");
        }
    }
}
