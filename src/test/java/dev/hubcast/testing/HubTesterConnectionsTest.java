package dev.hubcast.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import dev.hubcast.HubException;
import dev.hubcast.Join;
import dev.hubcast.JoinGuard;
import dev.hubcast.TransportType;
import dev.hubcast.UserIdentifierProvider;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnOpen;
import jakarta.websocket.server.ServerEndpoint;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HubTesterConnectionsTest {

    @Hub
    @ServerEndpoint("/hubs/rooms/{room}")
    static class RoomHub {

        final List<String> events = new CopyOnWriteArrayList<>();
        final Map<String, HubCaller> callers = new ConcurrentHashMap<>();

        @Inject HubContext<RoomHub> hub;

        @OnOpen
        void opened(HubCaller caller) {
            String room = caller.request().pathParameters().get("room");
            if (room.equals("secret")) {
                throw new HubException("There is no such room.");
            }
            if (room.equals("full")) {
                caller.abort();
            }
            caller.items().put("room", room);
            callers.put(caller.connectionId(), caller);
            hub.groups().add(caller, room);
            caller.othersInGroup(room).send("arrived", caller.userIdentifier());
        }

        @OnClose
        void closed(HubCaller caller, CloseReason reason) {
            events.add(caller.userName() + " " + reason.getCloseCode().getCode());
            caller.othersInGroup((String) caller.items().get("room")).send("left", caller.userIdentifier());
        }

        public void hangUp(HubCaller caller) {
            caller.abort();
            events.add("aborted: " + caller.aborted().toCompletableFuture().isDone());
        }

        public void kick(HubCaller caller, String connectionId) {
            callers.get(connectionId).abort();
            events.add(caller.userName() + " kicks");
        }

        public String request(HubCaller caller) {
            return caller.request().path() + " " + caller.request().queryParameters() + " " + caller.request().header("x-SHOP") + " "
                    + caller.request().cookies() + " " + caller.request().remoteAddress() + " " + caller.transport();
        }
    }

    @Hub
    @ServerEndpoint("/hubs/guarded")
    @RolesAllowed("member")
    static class GuardedHub {}

    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger OF_FAILURES = Logger.getLogger("dev.hubcast.connection.Reception");

    @AfterEach
    void speak_again() {
        OF_FAILURES.setLevel(null);
    }

    private final HubTester<RoomHub> rooms = HubTester.of(RoomHub.class);

    private HubTestClient enters(String user) {
        return rooms.connect(as -> as.user(user).pathParameter("room", "java"));
    }

    @Test
    void on_open_is_done_when_a_client_is_connected() {
        HubTestClient ada = enters("ada");
        HubTestClient eve = enters("eve");

        ada.received("arrived", "eve");
        eve.receivedNothing();
        assertThat(eve.items()).containsEntry("room", "java");
        assertThat(eve.groups()).containsExactly("java");
        assertThat(eve.isConnected()).isTrue();
    }

    @Test
    void on_close_is_done_when_a_client_has_left() {
        HubTestClient ada = enters("ada");
        HubTestClient eve = enters("eve");
        ada.forget();

        eve.disconnect();
        eve.disconnect();

        ada.received("left", "eve");
        assertThat(rooms.hub().events).containsExactly("eve 1000");
        assertThat(eve.isConnected()).isFalse();
        assertThat(eve.groups()).isEmpty();
    }

    @Test
    void a_connection_that_is_lost_is_told_from_one_that_ends() {
        HubTestClient ada = enters("ada");

        ada.lose();
        ada.lose();

        assertThat(rooms.hub().events).containsExactly("ada 1006");
        assertThat(ada.isConnected()).isFalse();
    }

    @Test
    void a_client_that_has_left_can_call_nothing() {
        HubTestClient ada = enters("ada");
        ada.disconnect();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> ada.invoke("request"))
                .withMessage("ada (connection-1) cannot call the hub, because the connection is closed");
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> ada.send("request"));
    }

    @Test
    void a_hub_may_hang_up_in_a_call() {
        HubTestClient ada = enters("ada");

        assertThatExceptionOfType(FailedCallException.class)
                .isThrownBy(() -> ada.invoke("hangUp"))
                .withMessage("Invocation canceled due to the underlying connection being closed.");
        assertThat(ada.isConnected()).isFalse();
        assertThat(ada.closeError()).isNull();
        assertThat(rooms.hub().events).containsExactly("aborted: true", "ada 1000");
    }

    @Test
    void what_a_call_does_to_others_happens_behind_it_and_before_it_returns() {
        HubTestClient ada = enters("ada");
        HubTestClient eve = enters("eve");
        ada.forget();

        ada.invoke("kick", eve.connectionId());

        assertThat(rooms.hub().events).containsExactly("ada kicks", "eve 1000");
        assertThat(eve.isConnected()).isFalse();
        ada.received("left", "eve");
    }

    @Test
    void a_failure_of_on_open_is_what_the_client_reads() {
        assertThatExceptionOfType(RefusedConnectionException.class)
                .isThrownBy(() -> rooms.connect(as -> as.pathParameter("room", "secret")))
                .withMessage("Connection closed with an error. HubException: There is no such room.");
    }

    @Test
    void a_hub_may_hang_up_in_on_open() {
        assertThatExceptionOfType(RefusedConnectionException.class)
                .isThrownBy(() -> rooms.connect(as -> as.pathParameter("room", "full")))
                .withMessage("The hub hung up.");
    }

    @Test
    void the_rule_on_the_class_is_held_before_anything_else() {
        HubTester<GuardedHub> guarded = HubTester.of(GuardedHub.class);

        assertThatExceptionOfType(RefusedConnectionException.class)
                .isThrownBy(guarded::connect)
                .withMessage("401 Unauthorized");
        assertThatExceptionOfType(RefusedConnectionException.class)
                .isThrownBy(() -> guarded.connect(as -> as.user("ada").role("guest")))
                .withMessage("403 Forbidden");
        assertThat(guarded.connect(as -> as.user("ada").role("member")).isConnected()).isTrue();
    }

    @Test
    void users_are_named_as_the_application_does() {
        UserIdentifierProvider byQuery = (user, request) -> request.queryParameter("id");
        HubTester<RoomHub> tester = HubTester.of(RoomHub.class).with(UserIdentifierProvider.class, byQuery);
        HubTestClient ada = tester.connect(as -> as.pathParameter("room", "java").query("id", "7"));
        HubTestClient eve = tester.connect(as -> as.pathParameter("room", "java").query("id", "8"));

        ada.received("arrived", "8");
        tester.context().clients().user("7").send("hello");
        ada.received("hello");
        eve.receivedNothing();
    }

    @Test
    void a_provider_of_users_that_fails_refuses_the_client() {
        UserIdentifierProvider failing = (user, request) -> {
            throw new IllegalStateException("no users");
        };
        OF_FAILURES.setLevel(Level.OFF);

        assertThatExceptionOfType(RefusedConnectionException.class)
                .isThrownBy(() -> HubTester.of(RoomHub.class)
                        .with(UserIdentifierProvider.class, failing)
                        .connect(as -> as.pathParameter("room", "java")))
                .withMessage("An unexpected error occurred during connection handshake.");
    }

    @Test
    void the_guard_that_the_test_brings_says_who_may_join() {
        HubTester<RoomHub> tester = HubTester.of(RoomHub.class).with(JoinGuard.class,
                join -> join.target().equals(new Join.Group("RoomHub", "java")) && "ada".equals(join.userName()));

        assertThat(tester.connect(as -> as.user("ada").pathParameter("room", "java")).groups()).containsExactly("java");
        assertThatExceptionOfType(RefusedConnectionException.class)
                .isThrownBy(() -> tester.connect(as -> as.user("eve").pathParameter("room", "java")))
                .withMessage("Connection closed with an error. HubException: You may not join this group.");
    }

    @Test
    void a_request_is_what_the_test_says() {
        HubTestClient ada = rooms.connect(as -> as.pathParameter("room", "a$b").query("q", "1").query("q", "2").header("X-Shop", "7")
                .cookie("theme", "dark").remoteAddress("192.0.2.1").transport(TransportType.LONG_POLLING));

        assertThat(ada.invoke(String.class, "request"))
                .isEqualTo("/hubs/rooms/a$b {q=[1, 2]} 7 {theme=dark} 192.0.2.1 LONG_POLLING");
    }

    @Test
    void a_variable_of_the_path_needs_a_value() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(rooms::connect)
                .withMessage("The path /hubs/rooms/{room} has a variable. Give it a value by pathParameter(\"room\", \"…\").");
    }

    @Test
    void nobody_has_no_roles() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> rooms.connect(as -> as.role("member").pathParameter("room", "java")))
                .withMessage("Nobody has no roles. Say whose they are by user(\"…\").");
    }
}
