package dev.hubcast.dispatch;

import static dev.hubcast.dispatch.HubUnderTest.error;
import static dev.hubcast.dispatch.HubUnderTest.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubMethod;
import dev.hubcast.connection.Peer;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.websocket.server.ServerEndpoint;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubCallsTest {

    @Hub
    @ServerEndpoint("/a")
    static class Calls {

        static final List<String> NOTED = new CopyOnWriteArrayList<>();

        public int add(int a, int b) {
            return a + b;
        }

        public void nothing(HubCaller caller, String text) {
            NOTED.add(caller.connectionId() + " " + text);
        }

        public String mixed(String first, HubCaller caller, String second) {
            return first + caller.userName() + second;
        }

        @HubMethod("SendPrivate")
        public String renamed() {
            return "renamed";
        }

        public CompletionStage<String> later() {
            return CompletableFuture.supplyAsync(() -> "later");
        }

        public CompletionStage<String> noStage() {
            return null;
        }

        @RolesAllowed("admin")
        public String forAdmins() {
            NOTED.add("forAdmins");
            return "done";
        }

        @RolesAllowed("**")
        public String forTheAuthenticated() {
            return "done";
        }

        @DenyAll
        public String forNobody() {
            return "done";
        }

        public void tellOthers(HubCaller caller, String text) {
            caller.others().send("told", text);
            caller.client().send("heard", text);
        }

        @Override
        public String toString() {
            NOTED.add("toString");
            return "secret";
        }

        void ofThePackage() {
            NOTED.add("ofThePackage");
        }

        public static void ofTheClass() {
            NOTED.add("ofTheClass");
        }
    }

    private final HubUnderTest hub = HubUnderTest.of(Calls.class);

    @AfterEach
    void end() {
        hub.close();
        Calls.NOTED.clear();
    }

    @Test
    void a_call_is_answered_with_its_result() {
        Peer peer = hub.connect();
        peer.invokes("1", "add", "1", "2");

        peer.heardExactly(result("1", "3"));
    }

    @Test
    void a_method_without_a_result_is_answered_with_null() {
        Peer peer = hub.connect();
        peer.invokes("1", "nothing", "\"hello\"");

        peer.heardExactly(result("1", "null"));
        assertThat(Calls.NOTED).containsExactly(peer.connection().id() + " hello");
    }

    @Test
    void the_caller_never_comes_from_the_wire() {
        Peer peer = hub.connect("ada");
        peer.invokes("1", "mixed", "\"<\"", "\">\"");
        peer.invokes("2", "mixed", "\"<\"", "{}", "\">\"");

        peer.heardExactly(result("1", "\"<ada>\""), error("2", "Failed to invoke 'mixed' due to an error on the server."));
    }

    @Test
    void names_match_in_any_case_and_only_by_the_name_that_was_given() {
        Peer peer = hub.connect();
        peer.invokes("1", "sendPRIVATE");
        peer.invokes("2", "renamed");

        peer.heardExactly(result("1", "\"renamed\""),
                error("2", "Failed to invoke 'renamed' due to an error on the server. HubException: Method does not exist."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "toString", "getClass", "notify", "hashCode", "finalize", "ofThePackage", "ofTheClass"})
    void what_is_not_callable_does_not_exist(String target) {
        Peer peer = hub.connect();
        peer.invokes("1", target);

        peer.heardExactly(
                error("1", "Failed to invoke '" + target + "' due to an error on the server. HubException: Method does not exist."));
        assertThat(Calls.NOTED).isEmpty();
    }

    @Test
    void a_stage_is_answered_with_what_it_completes_with() {
        Peer peer = hub.connect();
        peer.invokes("1", "later");
        peer.invokes("2", "noStage");

        peer.heardExactly(result("1", "\"later\""), result("2", "null"));
    }

    @Test
    void roles_are_asked_for_at_each_call_and_a_refusal_leaves_the_connection_open() {
        String refused = "Failed to invoke 'forAdmins' because user is unauthorized";
        Peer anybody = hub.connect();
        anybody.invokes("1", "forAdmins");
        anybody.invokes("2", "forTheAuthenticated");
        anybody.invokes("3", "add", "1", "1");
        anybody.heardExactly(error("1", refused), error("2", "Failed to invoke 'forTheAuthenticated' because user is unauthorized"),
                result("3", "2"));

        Peer user = hub.connect("eve", "user");
        user.invokes("1", "forAdmins");
        user.invokes("2", "forTheAuthenticated");
        user.heardExactly(error("1", refused), result("2", "\"done\""));
        assertThat(Calls.NOTED).isEmpty();

        Peer admin = hub.connect("ada", "user", "admin");
        admin.invokes("1", "forAdmins");
        admin.invokes("2", "forNobody");
        admin.heardExactly(result("1", "\"done\""), error("2", "Failed to invoke 'forNobody' because user is unauthorized"));
    }

    @Test
    void a_call_without_an_id_is_never_answered() {
        Peer peer = hub.connect();
        for (String target : List.of("unknown", "forAdmins", "add", "nothing")) {
            peer.says("{\"type\":1,\"target\":\"" + target + "\",\"arguments\":[\"x\"]}");
        }
        peer.invokes("last", "add", "1", "1");

        peer.heardExactly(result("last", "2"));
        assertThat(Calls.NOTED).containsExactly(peer.connection().id() + " x");
    }

    @Test
    void a_method_is_no_stream() {
        Peer peer = hub.connect();
        peer.says("{\"type\":4,\"invocationId\":\"1\",\"target\":\"add\",\"arguments\":[1,2]}");
        peer.says("{\"type\":4,\"invocationId\":\"2\",\"target\":\"unknown\",\"arguments\":[]}");
        peer.says("{\"type\":1,\"invocationId\":\"3\",\"target\":\"add\",\"arguments\":[1,2],\"streamIds\":[\"9\"]}");

        peer.heardExactly(
                error("1", "The client attempted to invoke the non-streaming 'add' method with a streaming invocation."),
                error("2", "Failed to invoke 'unknown' due to an error on the server. HubException: Method does not exist."),
                error("3", "An unexpected error occurred invoking 'add' on the server. HubException: Client sent 1 stream(s), Hub method"
                        + " expects 0."));
    }

    @Test
    void messages_that_nobody_waits_for_are_skipped() {
        Peer peer = hub.connect();
        peer.says("{\"type\":5,\"invocationId\":\"9\"}", "{\"type\":3,\"invocationId\":\"9\",\"result\":1}",
                "{\"type\":2,\"invocationId\":\"9\",\"item\":1}", "{\"type\":99}");
        peer.invokes("1", "add", "1", "1");

        peer.heardExactly(result("1", "2"));
    }

    @Test
    void a_caller_sends_to_itself_and_to_others() {
        Peer ada = hub.connect();
        Peer eve = hub.connect();
        ada.invokes("1", "tellOthers", "\"hello\"");

        ada.heardExactly("{\"type\":1,\"target\":\"heard\",\"arguments\":[\"hello\"]}", result("1", "null"));
        eve.heardExactly("{\"type\":1,\"target\":\"told\",\"arguments\":[\"hello\"]}");
    }
}
