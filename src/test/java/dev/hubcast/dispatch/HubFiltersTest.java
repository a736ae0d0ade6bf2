package dev.hubcast.dispatch;

import static dev.hubcast.dispatch.HubUnderTest.error;
import static dev.hubcast.dispatch.HubUnderTest.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubException;
import dev.hubcast.HubFilter;
import dev.hubcast.HubInvocation;
import dev.hubcast.connection.Eventually;
import dev.hubcast.connection.Peer;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnOpen;
import jakarta.websocket.server.ServerEndpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HubFiltersTest {

    private static final List<String> NOTED = new CopyOnWriteArrayList<>();
    private static volatile CompletableFuture<String> pending;

    @Hub(name = "a")
    @ServerEndpoint("/a")
    static class Chat {

        @OnOpen
        void opened() {
            NOTED.add("@OnOpen");
        }

        @OnClose
        void closed() {
            NOTED.add("@OnClose");
        }

        @AroundInvoke
        Object intercept(InvocationContext call) throws Exception {
            if (call.getMethod().getName().equals("say")) {
                NOTED.add("interceptor");
            }
            return call.proceed();
        }

        public String say(HubCaller caller, String text, int times) {
            NOTED.add("said " + text);
            return text.repeat(times);
        }

        public CompletionStage<String> later() {
            return pending;
        }

        public Stream<Integer> count(int upTo) {
            return IntStream.range(0, upTo).boxed();
        }

        public CompletionStage<String> gather(String prefix, Flow.Publisher<String> texts) {
            CompletableFuture<String> all = new CompletableFuture<>();
            texts.subscribe(new Gathering(prefix, all));
            return all;
        }
    }

    /** Without life-cycle methods. */
    @Hub
    @ServerEndpoint("/a")
    static class Plain {

        public String hello() {
            return "hello";
        }
    }

    private static final class Gathering implements Flow.Subscriber<String> {

        private final StringBuilder text;
        private final CompletableFuture<String> all;

        Gathering(String prefix, CompletableFuture<String> all) {
            this.text = new StringBuilder(prefix);
            this.all = all;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String item) {
            text.append(item);
        }

        @Override
        public void onError(Throwable failure) {
            all.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            all.complete(text.toString());
        }
    }

    /** Notes what passes. */
    private record Noting(String name) implements HubFilter {

        @Override
        public Object invoke(HubInvocation call, NextInvocation next) throws Exception {
            NOTED.add(name + " before " + call.target());
            Object result = next.proceed(call);
            NOTED.add(name + " behind " + result);
            return result;
        }

        @Override
        public Object connect(HubCaller caller, Next next) throws Exception {
            NOTED.add(name + " connects");
            return next.proceed();
        }

        @Override
        public Object disconnect(HubCaller caller, CloseReason reason, Next next) throws Exception {
            NOTED.add(name + " disconnects " + reason.getCloseCode().getCode());
            return next.proceed();
        }
    }

    /** Wraps calls alone. */
    private interface OfCalls extends HubFilter {

        Object wrap(HubInvocation call, NextInvocation next) throws Exception;

        @Override
        default Object invoke(HubInvocation call, NextInvocation next) throws Exception {
            return wrap(call, next);
        }
    }

    @BeforeEach
    void begin() {
        NOTED.clear();
        pending = new CompletableFuture<>();
    }

    private static HubUnderTest chatWithin(OfCalls... filters) {
        return HubUnderTest.within(List.of(filters), Chat.class);
    }

    private static void assertNoted(String... notes) {
        Eventually.holds(() -> assertThat(NOTED).containsExactly(notes));
    }

    @Test
    void filters_wrap_a_hub_from_the_outermost_to_the_innermost_and_interceptors_lie_within() {
        try (HubUnderTest hub = HubUnderTest.within(List.of(new Noting("outer"), new Noting("inner")), Chat.class)) {
            Peer peer = hub.connect();
            peer.invokes("1", "SAY", "\"hi\"", "1");
            peer.heardExactly(result("1", "\"hi\""));
            peer.says("{\"type\":7}");

            assertNoted("outer connects", "inner connects", "@OnOpen", "outer before SAY", "inner before SAY", "interceptor", "said hi",
                    "inner behind hi", "outer behind hi", "outer disconnects 1000", "inner disconnects 1000", "@OnClose");
        }
    }

    @Test
    void a_hub_without_life_cycle_methods_has_filtered_connects_and_disconnects_too() {
        try (HubUnderTest hub = HubUnderTest.within(List.of(new Noting("one")), Plain.class)) {
            hub.connect().vanishes();

            assertNoted("one connects", "one disconnects 1006");
        }
    }

    @Test
    void a_filter_knows_who_calls_what() {
        OfCalls asks = (call, next) -> List.of(call.hub(), call.target(), call.method().getName(), call.arguments(), call.streaming(),
                call.caller().userName(), CallScope.currentCaller().userName()).toString();
        try (HubUnderTest hub = chatWithin(asks)) {
            Peer ada = hub.connect("ada");
            ada.invokes("1", "SAY", "null", "3");

            ada.heardExactly(result("1", "\"[a, SAY, say, [null, 3], false, ada, ada]\""));
        }
    }

    @Test
    void a_filter_can_change_arguments_and_result() {
        OfCalls changes = (call, next) -> next.proceed(call.withArguments(List.of(call.arguments().get(0) + "!", 2))) + "?";
        try (HubUnderTest hub = chatWithin(changes)) {
            Peer peer = hub.connect();
            peer.invokes("1", "say", "\"hi\"", "1");

            peer.heardExactly(result("1", "\"hi!hi!?\""));
        }
    }

    @Test
    void arguments_that_do_not_fit_are_refused_where_they_are_changed() {
        OfCalls tries = (call, next) -> {
            List<String> messages = new ArrayList<>();
            for (List<?> wrong : List.of(List.of("one"), List.of("one", "two"), Arrays.asList("one", null))) {
                try {
                    call.withArguments(wrong);
                } catch (IllegalArgumentException e) {
                    messages.add(e.getMessage());
                }
            }
            return String.join(" ", messages);
        };
        try (HubUnderTest hub = chatWithin(tries)) {
            Peer peer = hub.connect();
            peer.invokes("1", "say", "\"hi\"", "1");

            peer.heardExactly(result("1", "\"The method takes 2 argument(s) of a call, not 1. Argument 2 is a java.lang.String, which is no"
                    + " int. Argument 2 is null, which is no int.\""));
        }
    }

    @Test
    void a_filter_that_does_not_go_on_answers_itself() {
        try (HubUnderTest hub = chatWithin((call, next) -> "cached")) {
            Peer peer = hub.connect();
            peer.invokes("1", "say", "\"hi\"", "1");

            peer.heardExactly(result("1", "\"cached\""));
            assertNoted("@OnOpen");
        }
    }

    @Test
    void a_filter_that_goes_on_twice_calls_the_method_anew() {
        try (HubUnderTest hub = chatWithin((call, next) -> "" + next.proceed(call) + next.proceed(call))) {
            Peer peer = hub.connect();
            peer.invokes("1", "say", "\"hi\"", "1");

            peer.heardExactly(result("1", "\"hihi\""));
        }
    }

    @Test
    void what_a_filter_throws_reads_as_if_the_method_had_thrown_it() {
        OfCalls refuses = (call, next) -> {
            if (call.arguments().get(0).equals("secret")) {
                throw new IllegalStateException("not for clients");
            }
            throw new HubException("Back in five minutes.");
        };
        try (HubUnderTest hub = chatWithin(refuses)) {
            Peer peer = hub.connect();
            peer.invokes("1", "say", "\"hi\"", "1");
            peer.invokes("2", "say", "\"secret\"", "1");

            peer.heardExactly(
                    error("1", "An unexpected error occurred invoking 'say' on the server. HubException: Back in five minutes."),
                    error("2", "An unexpected error occurred invoking 'say' on the server."));
        }
    }

    @Test
    void what_the_method_throws_reaches_the_filter_as_it_is() {
        OfCalls replaces = (call, next) -> {
            try {
                return next.proceed(call.withArguments(List.of("x", -1)));
            } catch (IllegalArgumentException e) { // of String.repeat
                return "instead";
            }
        };
        try (HubUnderTest hub = chatWithin(replaces)) {
            Peer peer = hub.connect();
            peer.invokes("1", "say", "\"hi\"", "1");

            peer.heardExactly(result("1", "\"instead\""));
        }
    }

    @Test
    void the_stage_of_an_asynchronous_method_passes_through_while_it_is_pending() {
        OfCalls adds = (call, next) -> {
            CompletionStage<?> stage = (CompletionStage<?>) next.proceed(call);
            NOTED.add("done: " + stage.toCompletableFuture().isDone());
            return stage.thenApply(text -> text + "!");
        };
        try (HubUnderTest hub = chatWithin(adds)) {
            Peer peer = hub.connect();
            peer.invokes("1", "later");
            assertNoted("@OnOpen", "done: false");
            pending.complete("now");

            peer.heardExactly(result("1", "\"now!\""));
        }
    }

    @Test
    void a_stream_passes_through_and_can_be_changed() {
        OfCalls doubles = (call, next) -> ((Stream<?>) next.proceed(call)).map(item -> "#" + item);
        try (HubUnderTest hub = chatWithin(doubles)) {
            Peer peer = hub.connect();
            peer.says("{\"type\":4,\"invocationId\":\"1\",\"target\":\"count\",\"arguments\":[2]}");

            peer.heardExactly("{\"type\":2,\"invocationId\":\"1\",\"item\":\"#0\"}", "{\"type\":2,\"invocationId\":\"1\",\"item\":\"#1\"}",
                    "{\"type\":3,\"invocationId\":\"1\"}");
        }
    }

    @Test
    void what_is_no_stream_is_none_whoever_returns_it() {
        try (HubUnderTest hub = chatWithin((call, next) -> "words")) {
            Peer peer = hub.connect();
            peer.says("{\"type\":4,\"invocationId\":\"1\",\"target\":\"count\",\"arguments\":[2]}");

            peer.heardExactly(error("1", "The value returned by the streaming method 'count' is not a Stream or Flow.Publisher."));
        }
    }

    @Test
    void what_a_client_uploads_is_an_argument_that_a_filter_can_wrap() {
        OfCalls wraps = (call, next) -> {
            Flow.Publisher<?> texts = (Flow.Publisher<?>) call.arguments().get(1);
            Flow.Publisher<?> noted = subscriber -> {
                NOTED.add("subscribed");
                texts.subscribe(subscriber);
            };
            return next.proceed(call.withArguments(List.of("<", noted)));
        };
        try (HubUnderTest hub = chatWithin(wraps)) {
            Peer peer = hub.connect();
            peer.says("{\"type\":1,\"invocationId\":\"1\",\"target\":\"gather\",\"arguments\":[\"-\"],\"streamIds\":[\"s\"]}",
                    "{\"type\":2,\"invocationId\":\"s\",\"item\":\"a\"}", "{\"type\":3,\"invocationId\":\"s\"}");

            peer.heardExactly(result("1", "\"<a\""));
            assertNoted("@OnOpen", "subscribed");
        }
    }

    @Test
    void a_connect_that_a_filter_fails_is_closed_and_nobody_hears_of_its_disconnect() {
        HubFilter refuses = new HubFilter() {

            @Override
            public Object connect(HubCaller caller, Next next) {
                throw new HubException("Members only.");
            }
        };
        try (HubUnderTest hub = HubUnderTest.within(List.of(new Noting("outer"), refuses), Chat.class)) {
            Peer peer = hub.connect();
            Eventually.value(peer.transport().closed());

            peer.heardExactly("{\"type\":7,\"error\":\"Connection closed with an error. HubException: Members only.\"}");
            assertNoted("outer connects");
        }
    }

    @Test
    void a_client_arrives_when_the_stage_of_its_connect_is_complete() {
        HubFilter waits = new HubFilter() {

            @Override
            public Object connect(HubCaller caller, Next next) {
                return pending.thenRun(() -> NOTED.add("arrived"));
            }
        };
        try (HubUnderTest hub = HubUnderTest.within(List.of(waits), Chat.class)) {
            Peer peer = hub.connect();
            peer.invokes("1", "say", "\"hi\"", "1");
            pending.complete(null);

            peer.heardExactly(result("1", "\"hi\""));
            assertNoted("arrived", "interceptor", "said hi");
        }
    }
}
