package dev.hubcast.dispatch;

import static dev.hubcast.dispatch.HubUnderTest.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubException;
import dev.hubcast.connection.Eventually;
import dev.hubcast.connection.Peer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnOpen;
import jakarta.websocket.server.ServerEndpoint;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class HubLifecycleTest {

    @ApplicationScoped
    static class Notes {

        private final List<String> all = new CopyOnWriteArrayList<>();

        void add(String note) {
            all.add(note);
        }

        List<String> all() {
            return all;
        }
    }

    /** One for each call. */
    @RequestScoped
    static class Counter {

        private int count;

        int next() {
            return ++count;
        }
    }

    @Hub
    @ServerEndpoint("/a")
    static class Chat {

        @Inject
        Notes notes;

        @Inject
        Counter counter;

        @OnOpen
        void opened(HubCaller caller) {
            if ("mallory".equals(caller.userIdentifier())) {
                throw new HubException("Not you.");
            }
            if ("trent".equals(caller.userIdentifier())) {
                throw new IllegalStateException("secret");
            }
            caller.items().put("name", caller.userName());
            notes.add("opened " + caller.userIdentifier() + " " + counter.next());
            caller.client().send("welcome", caller.userName());
        }

        @OnClose
        void closed(CloseReason reason, HubCaller caller) {
            notes.add("closed " + caller.items().get("name") + " " + reason.getCloseCode().getCode() + " " + counter.next());
            throw new IllegalStateException("in @OnClose");
        }

        @OnError
        void failed(Throwable failure) {
            notes.add("failed: " + failure.getMessage());
        }

        public int count() {
            counter.next();
            return counter.next();
        }

        public void leave(HubCaller caller) {
            caller.abort();
        }
    }

    @Hub
    @ServerEndpoint("/a")
    static class OpensLater {

        @OnOpen
        CompletionStage<Void> opened() {
            return CompletableFuture.failedFuture(new HubException("Not today."));
        }
    }

    @Hub
    @ServerEndpoint("/a")
    static class Plain {

        public String hello() {
            return "hello";
        }
    }

    private static String closedWith(String error) {
        return "{\"type\":7,\"error\":\"Connection closed with an error." + error + "\"}";
    }

    private static HubUnderTest chat() {
        return HubUnderTest.of(Chat.class, Notes.class, Counter.class);
    }

    private static void assertNoted(HubUnderTest hub, String... notes) {
        Eventually.holds(() -> assertThat(hub.bean(Notes.class).all()).containsExactly(notes));
    }

    @Test
    void life_cycle_methods_run_in_the_bean_with_a_request_context_of_their_own() {
        try (HubUnderTest hub = chat()) {
            Peer ada = hub.connect("ada");
            ada.invokes("1", "count");
            ada.invokes("2", "count");
            ada.heardExactly("{\"type\":1,\"target\":\"welcome\",\"arguments\":[\"ada\"]}", result("1", "2"), result("2", "2"));
            ada.says("{\"type\":7}");

            assertNoted(hub, "opened ada 1", "closed ada 1000 1", "failed: in @OnClose");
        }
    }

    @Test
    void an_on_open_that_throws_closes_the_connection_without_on_close() throws InterruptedException {
        try (HubUnderTest hub = chat()) {
            Peer mallory = hub.connect("mallory");
            Eventually.value(mallory.transport().closed());
            mallory.heardExactly(closedWith(" HubException: Not you."));

            Peer trent = hub.connect("trent");
            Eventually.value(trent.transport().closed());
            trent.heardExactly(closedWith(""));
            assertThat(hub.finish()).isEmpty();
            assertNoted(hub, "failed: secret");
        }
    }

    @Test
    void an_on_open_whose_stage_fails_closes_the_connection() {
        try (HubUnderTest hub = HubUnderTest.of(OpensLater.class)) {
            hub.connect().heardExactly(closedWith(" HubException: Not today."));
        }
    }

    @Test
    void a_hub_needs_no_life_cycle_methods() {
        try (HubUnderTest hub = HubUnderTest.of(Plain.class)) {
            Peer peer = hub.connect();
            peer.invokes("1", "hello");
            peer.heardExactly(result("1", "\"hello\""));
            peer.says("{\"type\":7}");

            Eventually.value(peer.transport().closed());
            Eventually.holds(() -> assertThat(hub.hub().connectionCount()).isZero());
        }
    }

    @Test
    void a_call_that_aborts_its_caller_is_followed_by_on_close() {
        try (HubUnderTest hub = chat()) {
            Peer ada = hub.connect("ada");
            ada.invokes("1", "leave");
            Eventually.value(ada.transport().closed());

            assertThat(ada.hears()).last().isEqualTo("{\"type\":7}");
            assertNoted(hub, "opened ada 1", "closed ada 1000 1", "failed: in @OnClose");
        }
    }

    @Test
    void a_user_identifier_that_cannot_be_told_refuses_the_handshake() {
        try (HubUnderTest hub = HubUnderTest.withUsers(Plain.class, (user, request) -> {
            throw new IllegalStateException("no directory");
        })) {
            Peer peer = hub.peer("ada");
            peer.says(Peer.HANDSHAKE);

            Eventually.value(peer.transport().closed());
            assertThat(peer.hears()).containsExactly("{\"error\":\"An unexpected error occurred during connection handshake.\"}");
        }
    }
}
