package dev.hubcast.dispatch;

import static dev.hubcast.dispatch.HubUnderTest.error;
import static dev.hubcast.dispatch.HubUnderTest.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubMethod;
import dev.hubcast.connection.Eventually;
import dev.hubcast.connection.Peer;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnOpen;
import jakarta.websocket.server.ServerEndpoint;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HubBeanTest {

    private static final List<String> NOTED = new CopyOnWriteArrayList<>();
    private static final AtomicBoolean BROKEN = new AtomicBoolean();

    @AfterEach
    void forget() {
        NOTED.clear();
        BROKEN.set(false);
    }

    @Hub
    @ServerEndpoint("/a")
    @RequestScoped
    static class PerRequest {

        private int calls;

        public int call() {
            return ++calls;
        }
    }

    @Hub
    @ServerEndpoint("/a")
    @Dependent
    static class PerCall {

        static final CompletableFuture<String> LATER = new CompletableFuture<>();

        private int calls;

        PerCall() {
            if (BROKEN.get()) {
                throw new IllegalStateException("cannot be made");
            }
        }

        public int call() {
            return ++calls;
        }

        public CompletionStage<String> later() {
            return LATER;
        }

        @OnOpen
        void opened() {}

        @OnClose
        void closed(HubCaller caller) {
            NOTED.add("closed");
        }

        @PreDestroy
        void destroyed() {
            NOTED.add("destroyed after " + calls);
        }
    }

    @Hub
    @ServerEndpoint("/a")
    static class Base {

        @HubMethod
        public String name() {
            return "base";
        }
    }

    @Hub
    @ServerEndpoint("/b")
    static class Derived extends Base {

        @Override
        public String name() {
            return "derived";
        }
    }

    @Test
    void a_request_scoped_hub_is_another_one_for_each_call() {
        try (HubUnderTest hub = HubUnderTest.of(PerRequest.class)) {
            Peer peer = hub.connect();
            peer.invokes("1", "call");
            peer.invokes("2", "call");

            peer.heardExactly(result("1", "1"), result("2", "1"));
        }
    }

    @Test
    void a_dependent_hub_is_another_one_for_each_call_and_destroyed_after_it() {
        try (HubUnderTest hub = HubUnderTest.of(PerCall.class)) {
            Peer peer = hub.connect();
            Eventually.holds(() -> assertThat(NOTED).containsExactly("destroyed after 0"));
            peer.invokes("1", "call");
            peer.invokes("2", "call");
            peer.heardExactly(result("1", "1"), result("2", "1"));
            Eventually.holds(() -> assertThat(NOTED).containsExactly("destroyed after 0", "destroyed after 1", "destroyed after 1"));

            peer.invokes("3", "later");
            assertThat(NOTED).hasSize(3);
            PerCall.LATER.complete("done");
            Eventually.holds(() -> assertThat(NOTED).hasSize(4));
        }
    }

    @Test
    void a_hub_that_cannot_be_made_fails_the_call_and_not_the_connection() {
        try (HubUnderTest hub = HubUnderTest.of(PerCall.class)) {
            Peer peer = hub.connect();
            Eventually.holds(() -> assertThat(NOTED).containsExactly("destroyed after 0"));
            BROKEN.set(true);
            peer.invokes("1", "call");
            peer.heardExactly(error("1", "An unexpected error occurred invoking 'call' on the server."));
            BROKEN.set(false);
            peer.invokes("2", "call");

            peer.heardExactly(error("1", "An unexpected error occurred invoking 'call' on the server."), result("2", "1"));
        }
    }

    @Test
    void a_hub_that_cannot_be_made_for_on_close_does_not_end_a_worker() throws InterruptedException {
        try (HubUnderTest hub = HubUnderTest.of(PerCall.class)) {
            Peer peer = hub.connect();
            Eventually.holds(() -> assertThat(NOTED).containsExactly("destroyed after 0"));
            BROKEN.set(true);
            peer.vanishes();

            assertThat(hub.finish()).isEmpty();
            assertThat(NOTED).containsExactly("destroyed after 0");
        }
    }

    @Test
    void a_hub_may_extend_another_hub() {
        try (HubUnderTest hub = HubUnderTest.of(Base.class, Derived.class)) {
            Peer peer = hub.connect();
            peer.invokes("1", "name");

            peer.heardExactly(result("1", "\"base\""));
        }
        try (HubUnderTest hub = HubUnderTest.of(Derived.class, Base.class)) {
            Peer peer = hub.connect();
            peer.invokes("1", "name");

            peer.heardExactly(result("1", "\"derived\""));
        }
    }
}
