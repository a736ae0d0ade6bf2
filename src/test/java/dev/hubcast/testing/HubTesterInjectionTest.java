package dev.hubcast.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.websocket.OnOpen;
import jakarta.websocket.server.ServerEndpoint;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HubTesterInjectionTest {

    interface Clock {
        String time();
    }

    static class Rooms {
        final List<String> names = new ArrayList<>();
    }

    static class Noted extends Rooms implements Clock {
        @Override
        public String time() {
            return "noon";
        }
    }

    static class Base {

        @Inject Rooms rooms;

        private final List<String> steps = new ArrayList<>();

        @Inject
        void initialize(Rooms given) {
            steps.add("base initialized");
        }

        @Inject
        void overridden(Rooms given) {
            steps.add("never");
        }

        @PostConstruct
        void begin() {
            steps.add("begun with " + rooms.names);
        }
    }

    @Hub
    @ServerEndpoint("/hubs/inject")
    static class InjectedHub extends Base {

        @Inject HubContext<InjectedHub> hub;
        @Inject HubContext<OtherHub> other;
        @Inject HubCaller caller;
        @Resource int port;

        private final Clock clock;

        InjectedHub() {
            this(null);
        }

        @Inject
        InjectedHub(Clock clock) {
            this.clock = clock;
        }

        @Override
        void overridden(Rooms given) {
            super.steps.add("never either");
        }

        public String all() {
            other.clients().all().send("seen");
            return caller.userName() + " at " + clock.time() + " on " + port + " in " + rooms.names + " after " + super.steps;
        }
    }

    @Hub
    @ServerEndpoint("/hubs/other")
    static class OtherHub {}

    @Hub
    @ServerEndpoint("/hubs/fresh")
    @Dependent
    static class FreshHub {

        private int calls;

        public int count() {
            return ++calls;
        }
    }

    @Hub
    @ServerEndpoint("/hubs/failing")
    static class FailingHub {

        @PostConstruct
        void begin() {
            throw new IllegalStateException("no begin");
        }
    }

    @Hub
    @ServerEndpoint("/hubs/mistaken")
    static class MistakenHub {

        private int state;

        public void twice() {
            state++;
        }

        public void twice(int times) {
            state += times;
        }

        @OnOpen
        private void opened() {}
    }

    private final Rooms rooms = new Rooms();
    private final RecordingHubContext<OtherHub> other = new RecordingHubContext<>();

    @Test
    void constructor_fields_and_initializers_are_filled() {
        rooms.names.add("java");
        HubTester<InjectedHub> tester = HubTester.of(InjectedHub.class)
                .with(Rooms.class, rooms)
                .with(Clock.class, () -> "noon")
                .with(int.class, 8080)
                .with(HubContext.class, other);

        assertThat(tester.connect(as -> as.user("ada")).invoke(String.class, "all"))
                .isEqualTo("ada at noon on 8080 in [java] after [base initialized, begun with [java]]");
        other.sent().all().send("seen");
        assertThat(tester.hub().hub).isSameAs(tester.context());
    }

    @Test
    void what_is_missing_is_told_with_its_place_and_the_cure() {
        HubTester<InjectedHub> tester = HubTester.of(InjectedHub.class).with(Rooms.class, rooms);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(tester::connect)
                .withMessage("A parameter of the constructor of InjectedHub needs a Clock. Bring one by with(Clock.class, …).");
        tester.with(Clock.class, () -> "noon");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(tester::hub)
                .withMessage("Field other of InjectedHub needs a HubContext. Bring one by with(HubContext.class, …).");
    }

    @Test
    void a_bean_of_a_class_below_will_do() {
        HubTester<InjectedHub> tester = HubTester.of(InjectedHub.class)
                .with(Noted.class, new Noted())
                .with(int.class, 1)
                .with(HubContext.class, other);

        assertThat(tester.hub().rooms).isSameAs(tester.hub().clock);
    }

    @Test
    void two_beans_that_would_do_are_told() {
        HubTester<InjectedHub> tester = HubTester.of(InjectedHub.class).with(Noted.class, new Noted()).with(Rooms.class, rooms);

        tester.with(int.class, 1).with(HubContext.class, other);
        assertThat(tester.hub().rooms).isSameAs(rooms);

        HubTester<InjectedHub> torn = HubTester.of(InjectedHub.class).with(Noted.class, new Noted()).with(Second.class, new Second());
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(torn::hub)
                .withMessage("A parameter of the constructor of InjectedHub could be any of [Noted, Second]."
                        + " Bring the right one by with(Clock.class, …).");
    }

    static class Second extends Noted {}

    @Test
    void one_object_of_a_type_is_all_there_can_be() {
        HubTester<InjectedHub> tester = HubTester.of(InjectedHub.class).with(Rooms.class, rooms);

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> tester.with(Rooms.class, new Rooms()))
                .withMessage(Rooms.class.getName() + " is there already; one object of a type is all that can be told apart.");
    }

    @Test
    void a_hub_with_a_scope_of_one_call_is_made_for_each() {
        HubTestClient ada = HubTester.of(FreshHub.class).connect();

        assertThat(ada.invoke(int.class, "count")).isEqualTo(1);
        assertThat(ada.invoke(int.class, "count")).isEqualTo(1);
    }

    @Test
    void a_hub_that_cannot_be_made_is_told_with_the_cause() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> HubTester.of(FailingHub.class).connect())
                .withMessage("FailingHub could not be made: java.lang.IllegalStateException: no begin")
                .withCauseExactlyInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_would_fail_the_deployment_fails_the_test() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> HubTester.of(MistakenHub.class).connect())
                .withMessageContaining("field state is neither final nor injected")
                .withMessageContaining("Duplicate definitions of 'twice'")
                .withMessageContaining("carries @OnOpen but is private");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> HubTester.of(Rooms.class).connect())
                .withMessageContaining(Rooms.class.getName() + " is no hub");
    }

    @Test
    void everything_is_said_before_the_first_client_connects() {
        HubTester<FreshHub> tester = HubTester.of(FreshHub.class);
        tester.connect();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> tester.with(Rooms.class, rooms))
                .withMessage("The hub is at work already. Say everything about it before the first client connects.");
    }

    @Test
    void testers_of_one_hub_know_nothing_of_each_other() {
        HubTestClient ada = HubTester.of(FreshHub.class).connect();

        HubTester.of(FreshHub.class).context().clients().all().send("hello");

        ada.receivedNothing();
    }
}
