package dev.hubcast.dispatch;

import static dev.hubcast.dispatch.HubUnderTest.error;
import static dev.hubcast.dispatch.HubUnderTest.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import dev.hubcast.Join;
import dev.hubcast.JoinGuard;
import dev.hubcast.connection.Peer;
import dev.hubcast.security.JoinPolicy;
import jakarta.websocket.server.ServerEndpoint;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the join guard says of the groups that hub code adds its callers to. */
class GuardedGroupsTest {

    private static final Logger OF_FAILURES = Logger.getLogger(JoinPolicy.class.getName());
    private static final String REFUSED = "An unexpected error occurred invoking 'join' on the server. HubException: You may not join this"
            + " group.";

    @Hub(name = "rooms")
    @ServerEndpoint("/rooms")
    static class RoomsHub {

        static volatile HubContext<?> own;

        public void join(HubCaller caller, String room) {
            own.groups().add(caller, room);
        }

        public void put(HubCaller caller, String room) {
            own.groups().add(caller.connectionId(), room);
        }
    }

    private final List<Join> asked = new CopyOnWriteArrayList<>();
    private HubUnderTest hub;

    @BeforeAll
    static void keepQuiet() {
        OF_FAILURES.setLevel(Level.OFF); // guards fail here on purpose
    }

    private Peer connect(JoinGuard guard) {
        hub = HubUnderTest.withGuard(RoomsHub.class, guard);
        RoomsHub.own = hub.sender();
        return hub.connect("ada", "admin");
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void the_guard_learns_what_is_joined_and_by_whom() {
        Peer ada = connect(asked::add);
        ada.invokes("1", "join", "\"java\"");

        ada.heardExactly(result("1", "null"));
        assertThat(asked).singleElement().satisfies(join -> {
            assertThat(join.target()).isEqualTo(new Join.Group("rooms", "java"));
            assertThat(join.userName()).isEqualTo("ada");
            assertThat(join.isUserInRole("admin")).isTrue();
            assertThat(join.isUserInRole("user")).isFalse();
            assertThat(join.request()).isSameAs(ada.connection().request());
        });
        assertThat(hub.hub().groupCount()).isEqualTo(1);
    }

    @Test
    void a_refusal_reaches_the_client_who_is_no_member() {
        Peer ada = connect(join -> false);
        ada.invokes("1", "join", "\"java\"");

        ada.heardExactly(error("1", REFUSED));
        assertThat(hub.hub().groupCount()).isZero();
    }

    @Test
    void without_a_guard_hub_code_decides() {
        Peer ada = connect(null);
        ada.invokes("1", "join", "\"java\"");

        ada.heardExactly(result("1", "null"));
        assertThat(hub.hub().groupCount()).isEqualTo(1);
    }

    @Test
    void a_guard_that_throws_has_refused_and_tells_the_client_no_more() {
        Peer ada = connect(join -> {
            throw new IllegalStateException("secret");
        });
        ada.invokes("1", "join", "\"java\"");

        ada.heardExactly(error("1", REFUSED));
        assertThat(hub.hub().groupCount()).isZero();
    }

    @Test
    void a_connection_that_the_server_names_is_the_servers_own_decision() {
        Peer ada = connect(join -> {
            asked.add(join);
            return false;
        });
        ada.invokes("1", "put", "\"java\"");

        ada.heardExactly(result("1", "null"));
        assertThat(asked).isEmpty();
        assertThat(hub.hub().groupCount()).isEqualTo(1);
    }
}
