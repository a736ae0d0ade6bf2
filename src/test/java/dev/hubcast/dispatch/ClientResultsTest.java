package dev.hubcast.dispatch;

import static dev.hubcast.dispatch.HubUnderTest.error;
import static dev.hubcast.dispatch.HubUnderTest.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.ClientGoneException;
import dev.hubcast.ClientMethod;
import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import dev.hubcast.HubException;
import dev.hubcast.connection.Eventually;
import dev.hubcast.connection.Peer;
import jakarta.websocket.OnOpen;
import jakarta.websocket.server.ServerEndpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientResultsTest {

    private static final Pattern QUESTION =
            Pattern.compile("\\{\"type\":1,\"invocationId\":\"(s\\d+)\",\"target\":\"(\\w+)\",\"arguments\":\\[(.*)]}");

    interface Asked {

        @ClientMethod("Confirm")
        CompletionStage<Boolean> confirm(String question);

        CompletionStage<List<Integer>> numbers();

        void told(String text);
    }

    @Hub(client = Asked.class)
    @ServerEndpoint("/a")
    static class Asking {

        private static volatile HubContext<?> hub;

        public CompletionStage<String> ask(HubCaller caller, String question) {
            return caller.client().invoke(String.class, "answer", question).thenApply(answer -> "said " + answer);
        }

        /** Keeps its worker until the client has answered. */
        public String askAndWait(HubCaller caller, String question) {
            return "said " + caller.client().invoke(String.class, "answer", question).toCompletableFuture().join();
        }

        /** Keeps its worker until another client has answered. */
        public int askOtherAndWait(String connectionId) {
            return hub.clients().client(connectionId).invoke(Integer.class, "number").toCompletableFuture().join();
        }

        /** Waits for an answer where the one before has come. */
        public CompletionStage<String> askAmidst(HubCaller caller) {
            return caller.client().invoke(String.class, "answer", 1)
                    .thenApply(first -> first + caller.client().invoke(String.class, "answer", 2).toCompletableFuture().join());
        }

        public CompletionStage<Integer> askOther(String connectionId) {
            return hub.clients().client(connectionId).invoke(Integer.class, "number");
        }

        public CompletionStage<Boolean> confirm(HubCaller caller, String question) {
            return caller.client(Asked.class).confirm(question);
        }

        public CompletionStage<Integer> sumOf(HubCaller caller) {
            return caller.client(Asked.class).numbers().thenApply(all -> all.stream().mapToInt(i -> i).sum());
        }

        public String confirmByAll() {
            try {
                hub.clients(Asked.class).all().confirm("All?");
                return "asked all";
            } catch (IllegalStateException e) {
                return e.getMessage();
            }
        }

        public CompletionStage<String> askTwice(HubCaller caller) {
            return caller.client().invoke(String.class, "answer", 1)
                    .thenCompose(first -> caller.client().invoke(String.class, "answer", 2).thenApply(second -> first + second));
        }

        public Stream<String> askByStream(HubCaller caller) {
            return Stream.of(1, 2).map(i -> caller.client().invoke(String.class, "answer", i).toCompletableFuture().join());
        }

        public String echo(String text) {
            return text;
        }
    }

    @Hub
    @ServerEndpoint("/a")
    static class AskingTooEarly {

        private static volatile Throwable refusal;

        @OnOpen
        void opened(HubCaller caller) {
            refusal = Assertions.catchThrowable(() -> caller.client().invoke(String.class, "answer"));
        }
    }

    private final HubUnderTest hub = HubUnderTest.of(Asking.class);

    @BeforeEach
    void begin() {
        Asking.hub = hub.sender();
    }

    @AfterEach
    void end() {
        hub.close();
    }

    private static List<Matcher> questions(Peer peer) {
        return peer.hears().stream().map(QUESTION::matcher).filter(Matcher::matches).toList();
    }

    /** Waits for the question of this number and answers its id. */
    private static String question(Peer peer, int number, String target, String arguments) {
        Eventually.holds(() -> assertThat(questions(peer)).hasSizeGreaterThanOrEqualTo(number));
        Matcher question = questions(peer).get(number - 1);
        assertThat(question.group(2)).isEqualTo(target);
        assertThat(question.group(3)).isEqualTo(arguments);
        return question.group(1);
    }

    /** Waits for the question with these arguments, in whatever order calls beside each other ask, and answers its id. */
    private static String questionAbout(Peer peer, String arguments) {
        Predicate<Matcher> about = question -> question.group(3).equals(arguments);
        Eventually.holds(() -> assertThat(questions(peer)).anyMatch(about));
        return questions(peer).stream().filter(about).findFirst().orElseThrow().group(1);
    }

    private <T> CompletableFuture<T> ask(Peer peer, Class<T> type) {
        return hub.sender().clients().client(peer.connection().id()).invoke(type, "answer").toCompletableFuture();
    }

    private static String failed(String target, String detail) {
        return "An unexpected error occurred invoking '" + target + "' on the server." + detail;
    }

    private static void assertFails(CompletableFuture<?> answer, Class<? extends Throwable> type, String message) {
        assertThat(Assertions.catchThrowable(() -> answer.get(20, TimeUnit.SECONDS)))
                .hasCauseInstanceOf(type).cause().hasMessage(message);
    }

    @Test
    void the_caller_is_asked_and_its_answer_is_the_result() {
        Peer peer = hub.connect();
        peer.invokes("1", "ask", "\"q\"");
        peer.says(result(question(peer, 1, "answer", "\"q\""), "\"yes\""));

        peer.heard(result("1", "\"said yes\""));
    }

    @Test
    void a_method_may_wait_for_the_answer_though_its_client_has_called_on() {
        Peer peer = hub.connect();
        peer.invokes("1", "askAndWait", "\"q\"");
        peer.invokes("2", "echo", "\"between\"");
        peer.heard(result("2", "\"between\""));
        peer.says(result(question(peer, 1, "answer", "\"q\""), "\"yes\""));

        peer.heard(result("1", "\"said yes\""));
    }

    @Test
    void methods_that_wait_on_all_workers_get_their_answers() {
        List<Peer> peers = new ArrayList<>();
        for (int i = 0; i < 4; i++) { // as many as there are workers
            Peer peer = hub.connect();
            peers.add(peer);
            peer.invokes("1", "askAndWait", "\"q\"");
            question(peer, 1, "answer", "\"q\"");
        }
        peers.forEach(peer -> peer.says(result(question(peer, 1, "answer", "\"q\""), "\"yes\"")));

        peers.forEach(peer -> peer.heard(result("1", "\"said yes\"")));
    }

    @Test
    void methods_that_wait_on_all_workers_get_their_answers_though_calls_come_before_them() {
        List<Peer> peers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Peer peer = hub.connect();
            peers.add(peer);
            peer.invokes("1", "askAndWait", "\"q\"");
            question(peer, 1, "answer", "\"q\"");
        }
        peers.forEach(peer -> peer.says(
                "{\"type\":1,\"invocationId\":\"2\",\"target\":\"echo\",\"arguments\":[\"between\"]}",
                result(question(peer, 1, "answer", "\"q\""), "\"yes\"")));

        peers.forEach(peer -> peer.heard(result("1", "\"said yes\"")));
        peers.forEach(peer -> peer.heard(result("2", "\"between\"")));
    }

    @Test
    void methods_that_wait_on_all_workers_for_one_client_get_its_answers() {
        Peer asked = hub.connect();
        List<Peer> peers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Peer peer = hub.connect();
            peers.add(peer);
            peer.invokes("1", "askOtherAndWait", "\"" + asked.connection().id() + "\"");
            question(asked, i + 1, "number", "");
        }
        for (int i = 0; i < 4; i++) {
            asked.says(result(question(asked, i + 1, "number", ""), "4" + i));
        }

        for (int i = 0; i < 4; i++) {
            peers.get(i).heard(result("1", "4" + i));
        }
    }

    @Test
    void what_depends_on_an_answer_may_wait_for_the_next_one() {
        Peer peer = hub.connect();
        peer.invokes("1", "askAmidst");
        peer.says(result(question(peer, 1, "answer", "1"), "\"a\""));
        peer.says(result(question(peer, 2, "answer", "2"), "\"b\""));

        peer.heard(result("1", "\"ab\""));
    }

    @Test
    void a_client_that_does_not_answer_cannot_call_on_for_ever() {
        Peer peer = hub.connect();
        for (int i = 0; i < 101; i++) {
            peer.invokes(String.valueOf(i), "ask", "\"q" + i + "\"");
        }

        peer.heard(error("100", failed("ask", "")));
        Eventually.holds(() -> assertThat(hub.hub().pendingResults()).isEqualTo(100));
        peer.says(result(questionAbout(peer, "\"q0\""), "\"at last\""));
        peer.heard(result("0", "\"said at last\""));
        peer.invokes("101", "ask", "\"q101\"");
        peer.says(result(questionAbout(peer, "\"q101\""), "\"again\""));

        peer.heard(result("101", "\"said again\""));
    }

    @Test
    void a_method_may_ask_again_with_calls_behind_it() {
        Peer peer = hub.connect();
        peer.invokes("1", "askTwice");
        peer.invokes("2", "echo", "\"between\"");
        peer.says(result(question(peer, 1, "answer", "1"), "\"a\""));
        peer.invokes("3", "echo", "\"later\"");
        peer.says(result(question(peer, 2, "answer", "2"), "\"b\""));

        peer.heard(result("1", "\"ab\""));
        peer.heard(result("3", "\"later\""));
    }

    @Test
    void a_stream_may_ask_its_caller() {
        Peer peer = hub.connect();
        peer.says("{\"type\":4,\"invocationId\":\"1\",\"target\":\"askByStream\",\"arguments\":[]}");
        peer.says(result(question(peer, 1, "answer", "1"), "\"a\""));
        peer.says(result(question(peer, 2, "answer", "2"), "\"b\""));

        peer.heard("{\"type\":2,\"invocationId\":\"1\",\"item\":\"b\"}");
    }

    @Test
    void another_client_is_asked_by_its_id() {
        Peer peer = hub.connect();
        Peer other = hub.connect();
        peer.invokes("1", "askOther", "\"" + other.connection().id() + "\"");
        other.says(result(question(other, 1, "number", ""), "42"));

        peer.heard(result("1", "42"));
    }

    @Test
    void a_client_interface_asks_a_single_client() {
        Peer peer = hub.connect();
        peer.invokes("1", "confirm", "\"Sure?\"");
        peer.says(result(question(peer, 1, "Confirm", "\"Sure?\""), "true"));
        peer.heard(result("1", "true"));
        peer.invokes("2", "sumOf");
        peer.says(result(question(peer, 2, "numbers", ""), "[1,2,3]"));
        peer.heard(result("2", "6"));
        peer.invokes("3", "confirmByAll");

        peer.heard(result("3", "\"The client interface's method " + Asked.class.getName() + ".confirm asks for a result, which only a"
                + " single client can give. Call it by client(connectionId) or HubCaller.client.\""));
        assertThat(questions(peer)).hasSize(2);
    }

    @Test
    void an_error_of_the_client_is_a_hub_exception() {
        Peer peer = hub.connect();
        peer.invokes("1", "ask", "\"q\"");
        peer.says(error(question(peer, 1, "answer", "\"q\""), "no"));

        peer.heard(error("1", failed("ask", " HubException: no")));
    }

    @Test
    void an_answer_has_to_fit() {
        Peer peer = hub.connect();
        CompletableFuture<Integer> wrong = ask(peer, Integer.class);
        peer.says(result(question(peer, 1, "answer", ""), "\"one\""));
        assertFails(wrong, HubException.class, "Error trying to deserialize result to java.lang.Integer. Error binding arguments. Make sure"
                + " that the types of the provided values match the types of the hub method being invoked.");

        CompletableFuture<Integer> none = ask(peer, Integer.class);
        peer.says("{\"type\":3,\"invocationId\":\"" + question(peer, 2, "answer", "") + "\"}");
        assertFails(none, HubException.class, "Client didn't provide a result.");
    }

    @Test
    void the_end_of_a_method_without_a_result_can_be_waited_for() {
        Peer peer = hub.connect();
        CompletableFuture<Void> end = ask(peer, Void.class);
        peer.says("{\"type\":3,\"invocationId\":\"" + question(peer, 1, "answer", "") + "\"}");

        assertThat(Eventually.value(end)).isNull();
    }

    @Test
    void the_end_of_the_connection_fails_what_its_client_was_asked() {
        Peer peer = hub.connect();
        CompletableFuture<String> answer = ask(peer, String.class);
        question(peer, 1, "answer", "");
        peer.vanishes();

        assertFails(answer, ClientGoneException.class, "Connection '" + peer.connection().id() + "' disconnected.");
        assertFails(ask(peer, String.class), ClientGoneException.class, "Connection '" + peer.connection().id() + "' does not exist.");
        assertThat(hub.hub().pendingResults()).isZero();
    }

    @Test
    void who_waits_no_longer_leaves_nothing_behind() {
        Peer peer = hub.connect();
        CompletableFuture<String> cancelled = ask(peer, String.class);
        String first = question(peer, 1, "answer", "");
        cancelled.cancel(true);
        CompletableFuture<String> late = hub.sender().clients().client(peer.connection().id()).within(Duration.ofMillis(10))
                .invoke(String.class, "answer").toCompletableFuture();
        String second = question(peer, 2, "answer", "");

        assertFails(late, TimeoutException.class, "No answer within 10 ms.");
        assertThat(hub.hub().pendingResults()).isZero();
        peer.says(result(first, "\"late\""), result(second, "\"late\""), result("s9999", "\"made up\""));
        peer.invokes("1", "echo", "\"still here\"");
        peer.heard(result("1", "\"still here\""));
    }

    @Test
    void who_answers_for_another_one_is_sent_away() {
        Peer peer = hub.connect();
        Peer liar = hub.connect();
        CompletableFuture<String> answer = ask(peer, String.class);
        String id = question(peer, 1, "answer", "");
        liar.says(result(id, "\"lie\""));
        liar.heard("{\"type\":7,\"error\":\"Connection closed with an error.\",\"allowReconnect\":true}");
        assertThat(answer).isNotDone();
        peer.says(result(id, "\"truth\""));

        assertThat(Eventually.value(answer)).isEqualTo("truth");
    }

    @Test
    void nobody_can_be_asked_within_on_open() {
        try (HubUnderTest early = HubUnderTest.of(AskingTooEarly.class)) {
            early.connect();

            Eventually.holds(() -> assertThat(AskingTooEarly.refusal).isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("Within @OnOpen no client can be asked for a result"));
        }
    }

    @Test
    void a_question_that_cannot_be_written_is_told_at_once() {
        Peer peer = hub.connect();
        assertThat(Assertions.catchThrowable(() -> hub.sender().clients().client(peer.connection().id())
                .invoke(String.class, "answer", new StreamingHub.Unwritable()))).isInstanceOf(IllegalArgumentException.class);

        assertThat(hub.hub().pendingResults()).isZero();
    }
}
