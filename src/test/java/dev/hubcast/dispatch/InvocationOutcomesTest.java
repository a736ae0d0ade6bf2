package dev.hubcast.dispatch;

import static dev.hubcast.dispatch.HubUnderTest.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.Hub;
import dev.hubcast.HubException;
import dev.hubcast.HubFilter;
import dev.hubcast.HubInvocation;
import dev.hubcast.InvocationOutcome;
import dev.hubcast.InvocationOutcome.Kind;
import dev.hubcast.connection.Eventually;
import dev.hubcast.connection.Peer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBAccessException;
import jakarta.validation.ConstraintViolationException;
import jakarta.websocket.server.ServerEndpoint;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InvocationOutcomesTest {

    private static final List<String> ORDER = new CopyOnWriteArrayList<>();
    private static volatile CompletableFuture<String> pending;

    private static final String FAILED = "An unexpected error occurred invoking '%s' on the server.";

    @Hub
    @ServerEndpoint("/a")
    static class Chat {

        public String echo(String text) {
            ORDER.add("echo " + text);
            return text;
        }

        public CompletionStage<String> later() {
            return pending;
        }

        @RolesAllowed("admin")
        public void forAdmins() {}

        public void belowForAdmins() {
            throw new EJBAccessException("no");
        }

        public void invalid() {
            throw new ConstraintViolationException(Set.of(FakeViolation.of("must not be blank", "invalid", "text")));
        }

        public void fail(String message) {
            throw new HubException(message);
        }

        public Object unwritable() {
            return new StreamingHub.Unwritable();
        }

        public Stream<Integer> one() {
            return Stream.of(1);
        }

        public Stream<Integer> endless() {
            return Stream.iterate(0, i -> i + 1);
        }

        public Stream<Integer> broken() {
            return Stream.of(1).peek(i -> {
                throw new HubException("torn");
            });
        }

        public String upload(Flow.Publisher<String> texts) {
            return "done";
        }
    }

    private record Ended(String target, List<Object> arguments, InvocationOutcome outcome, String injectedCaller) {}

    private static final class Audit implements HubFilter {

        private final List<Ended> ended = new CopyOnWriteArrayList<>();
        private final List<String> invoked = new CopyOnWriteArrayList<>();

        @Override
        public Object invoke(HubInvocation call, NextInvocation next) throws Exception {
            invoked.add(call.target());
            return next.proceed(call);
        }

        @Override
        public void ended(HubInvocation call, InvocationOutcome outcome) {
            ORDER.add("ended " + call.target());
            ended.add(new Ended(call.target(), call.arguments(), outcome, CallScope.currentCaller().userName()));
        }
    }

    private final Audit audit = new Audit();
    private final HubUnderTest hub = HubUnderTest.within(List.of(audit), Chat.class);
    private final Peer peer = hub.connect("ada");

    @BeforeEach
    void begin() {
        ORDER.clear();
        pending = new CompletableFuture<>();
    }

    @AfterEach
    void end() {
        hub.close();
    }

    private Ended onlyEnd() {
        Eventually.holds(() -> assertThat(audit.ended).hasSize(1));
        assertThat(audit.ended.get(0).injectedCaller()).isEqualTo("ada");
        return audit.ended.get(0);
    }

    private void assertEnds(Kind kind, String error) {
        InvocationOutcome outcome = onlyEnd().outcome();
        assertThat(outcome.kind()).isEqualTo(kind);
        assertThat(outcome.error()).isEqualTo(error);
        assertThat(outcome.took()).isPositive();
    }

    private void assertRefused(Kind kind, String error) {
        assertEnds(kind, error);
        assertThat(onlyEnd().outcome().isRefused()).isTrue();
    }

    @Test
    void a_call_that_has_its_result() {
        peer.invokes("1", "ECHO", "\"a\"");

        assertEnds(Kind.SUCCEEDED, null);
        assertThat(onlyEnd().target()).isEqualTo("ECHO");
        assertThat(onlyEnd().arguments()).containsExactly("a");
        assertThat(onlyEnd().outcome().failure()).isNull();
        assertThat(onlyEnd().outcome().isRefused()).isFalse();
    }

    @Test
    void a_call_that_wants_no_answer() {
        peer.says("{\"type\":1,\"target\":\"fail\",\"arguments\":[\"unheard\"]}");

        assertEnds(Kind.FAILED, FAILED.formatted("fail") + " HubException: unheard");
        assertThat(onlyEnd().outcome().failure()).isInstanceOf(HubException.class);
        peer.heardExactly();
    }

    @Test
    void calls_end_before_the_next_one_begins() {
        peer.says("{\"type\":1,\"target\":\"echo\",\"arguments\":[\"a\"]}", "{\"type\":1,\"target\":\"nobody\",\"arguments\":[]}",
                "{\"type\":1,\"target\":\"echo\",\"arguments\":[\"b\"]}");

        Eventually.holds(() -> assertThat(ORDER).containsExactly("echo a", "ended echo", "ended nobody", "echo b", "ended echo"));
    }

    @Test
    void an_unknown_method() {
        peer.invokes("1", "nobody", "1");

        assertRefused(Kind.UNKNOWN_METHOD, "Failed to invoke 'nobody' due to an error on the server. HubException: Method does not exist.");
        assertThat(onlyEnd().arguments()).isEmpty();
        assertThat(audit.invoked).isEmpty();
    }

    @Test
    void an_unknown_method_that_should_stream() {
        peer.streams("s", "nobody");

        assertRefused(Kind.UNKNOWN_METHOD, "Failed to invoke 'nobody' due to an error on the server. HubException: Method does not exist.");
    }

    @Test
    void a_caller_without_the_role() {
        peer.invokes("1", "forAdmins");

        assertRefused(Kind.UNAUTHORIZED, "Failed to invoke 'forAdmins' because user is unauthorized");
        assertThat(audit.invoked).isEmpty();
    }

    @Test
    void a_caller_whom_an_ejb_refuses() {
        peer.invokes("1", "belowForAdmins");

        assertRefused(Kind.UNAUTHORIZED, "Failed to invoke 'belowForAdmins' because user is unauthorized");
        assertThat(audit.invoked).containsExactly("belowForAdmins");
    }

    @Test
    void arguments_that_do_not_fit() {
        peer.invokes("1", "echo", "1");

        assertRefused(Kind.UNFIT, "Failed to invoke 'echo' due to an error on the server.");
        assertThat(audit.invoked).isEmpty();
    }

    @Test
    void a_call_of_another_kind_than_the_method() {
        peer.invokes("1", "one");

        assertRefused(Kind.UNFIT, "The client attempted to invoke the streaming 'one' method with a non-streaming invocation.");
    }

    @Test
    void a_violated_constraint() {
        peer.invokes("1", "invalid");

        assertRefused(Kind.INVALID, FAILED.formatted("invalid") + " HubException: text: must not be blank");
    }

    @Test
    void a_result_that_cannot_be_written() {
        peer.invokes("1", "unwritable");

        assertEnds(Kind.FAILED, FAILED.formatted("unwritable"));
        assertThat(onlyEnd().outcome().isRefused()).isFalse();
    }

    @Test
    void a_stage_that_completes_later() {
        peer.invokes("1", "later");
        Eventually.holds(() -> assertThat(audit.invoked).containsExactly("later"));
        assertThat(audit.ended).isEmpty();
        pending.completeExceptionally(new HubException("too late"));

        assertEnds(Kind.FAILED, FAILED.formatted("later") + " HubException: too late");
    }

    @Test
    void a_call_that_the_client_cancels() {
        peer.invokes("1", "later");
        peer.says("{\"type\":5,\"invocationId\":\"1\"}");

        assertEnds(Kind.CANCELLED, FAILED.formatted("later"));
    }

    @Test
    void the_end_of_a_stream() {
        peer.streams("s", "one");

        assertEnds(Kind.SUCCEEDED, null);
    }

    @Test
    void a_stream_that_fails() {
        peer.streams("s", "broken");

        assertEnds(Kind.FAILED, "An error occurred on the server while streaming results. HubException: torn");
    }

    @Test
    void a_stream_that_the_client_cancels() {
        peer.streams("s", "endless");
        Eventually.holds(() -> assertThat(audit.invoked).containsExactly("endless"));
        assertThat(audit.ended).isEmpty();
        peer.says("{\"type\":5,\"invocationId\":\"s\"}");

        assertEnds(Kind.CANCELLED, null);
    }

    @Test
    void a_stream_whose_client_goes() {
        peer.streams("s", "endless");
        Eventually.holds(() -> assertThat(audit.invoked).containsExactly("endless"));
        peer.vanishes();

        assertEnds(Kind.CANCELLED, null);
    }

    @Test
    void a_call_that_uploads() {
        peer.says("{\"type\":1,\"invocationId\":\"1\",\"target\":\"upload\",\"arguments\":[],\"streamIds\":[\"s\"]}");

        assertEnds(Kind.SUCCEEDED, null);
    }

    @Test
    void a_filter_that_fails_at_the_end_changes_nothing_and_the_others_hear_all_the_same() {
        Audit outer = new Audit();
        HubFilter inner = new HubFilter() {

            @Override
            public void ended(HubInvocation call, InvocationOutcome outcome) {
                throw new IllegalStateException("in ended");
            }
        };
        try (HubUnderTest two = HubUnderTest.within(List.of(outer, inner), Chat.class)) {
            Peer ada = two.connect("ada");
            ada.invokes("1", "echo", "\"a\"");
            ada.invokes("2", "echo", "\"b\"");

            ada.heardExactly(result("1", "\"a\""), result("2", "\"b\""));
            Eventually.holds(() -> assertThat(outer.ended).hasSize(2));
        }
    }

    @Test
    void what_counts_as_refused() {
        assertThat(Stream.of(Kind.values()).filter(kind -> new InvocationOutcome(kind, null, null, Duration.ZERO).isRefused()))
                .containsExactly(Kind.UNKNOWN_METHOD, Kind.UNAUTHORIZED, Kind.UNFIT, Kind.INVALID);
    }
}
