package dev.hubcast.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.TransportType;
import dev.hubcast.conformance.Folding;
import dev.hubcast.itest.HubcastWar;
import dev.hubcast.itest.OnEveryTransport;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawHubConnector;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Streams in both directions, their cancellation, and results of clients, told apart from what goes on beside them. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class StreamsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<RawHubClient> clients = new ArrayList<>();

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return HubcastWar.of(StreamsHub.class, StreamsHub.Client.class, Producers.class, Pending.class, Folding.class);
    }

    @AfterEach
    void leave() {
        clients.forEach(RawHubClient::close);
    }

    private RawHubConnector hub(TransportType by) {
        return RawHubConnector.to(base.resolve("hubs/streams")).by(by);
    }

    private RawHubClient connect(TransportType by) {
        return kept(hub(by).connect());
    }

    private RawHubClient kept(RawHubClient client) {
        clients.add(client);
        return client;
    }

    private static void await(String what, BooleanSupplier reached) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time: %s", what).isLessThan(deadline);
        }
    }

    private static int number(RawHubClient watch, String method) {
        return ((JsonNumber) watch.invoke(method)).intValue();
    }

    private static void awaitNoProducer(RawHubClient watch) {
        await("no producer is left", () -> number(watch, "openProducers") == 0);
    }

    private static String text(JsonValue value) {
        return ((JsonString) value).getString();
    }

    private static void assertOver(RawHubClient client, String stream) {
        assertThat(client.completionOf(stream)).doesNotContainKeys("error", "result");
    }

    @OnEveryTransport
    void a_stream_brings_its_items_and_its_end(TransportType by) {
        RawHubClient client = connect(by);
        String stream = client.beginStream("count", 300);

        for (int i = 0; i < 300; i++) {
            assertThat(client.itemOf(stream)).hasToString(String.valueOf(i));
        }
        assertOver(client, stream);
    }

    @OnEveryTransport
    void a_failure_comes_behind_the_items(TransportType by) {
        RawHubClient client = connect(by);
        String stream = client.beginStream("failAfter", 1);

        assertThat(client.itemOf(stream)).hasToString("0");
        assertThat(client.completionOf(stream).getString("error"))
                .isEqualTo("An error occurred on the server while streaming results. HubException: no more");
    }

    @OnEveryTransport
    void what_a_client_cancels_stops_its_producer(TransportType by) {
        RawHubClient watch = connect(TransportType.WEB_SOCKETS);
        RawHubClient client = connect(by);
        for (String method : List.of("waiting", "endless")) {
            String stream = method.equals("endless") ? client.beginStream(method, 60_000) : client.beginStream(method);
            client.itemOf(stream);
            assertThat(number(watch, "openProducers")).isEqualTo(1);

            client.cancel(stream);

            assertOver(client, stream);
            awaitNoProducer(watch);
            assertThat(text(client.invoke("echo", "still here"))).isEqualTo("still here");
        }
    }

    @Test
    void a_client_that_vanishes_in_the_middle_of_its_streams_stops_their_producers() {
        RawHubClient watch = connect(TransportType.WEB_SOCKETS);
        RawHubClient client = connect(TransportType.WEB_SOCKETS);
        client.itemOf(client.beginStream("waiting"));
        client.itemOf(client.beginStream("endless", 60_000));
        client.itemOf(client.beginStream("endless", 1));
        assertThat(number(watch, "openProducers")).isEqualTo(3);

        client.reset();

        awaitNoProducer(watch);
    }

    @Test
    void nobody_pulls_more_than_a_client_reads_and_the_client_is_kept() {
        RawHubClient watch = connect(TransportType.WEB_SOCKETS);
        RawHubClient slow = kept(hub(TransportType.WEB_SOCKETS).changing(request -> request.receiveBuffer(4096)).connect());
        String stream = slow.beginStream("flood", 10_000);
        int[] seen = {-1, -2};
        await("the producer waits", () -> {
            seen[1] = seen[0];
            seen[0] = number(watch, "pulled");
            assertThat(seen[0]).as("items of 10 KB").isLessThan(2000);
            watch.invoke("echo", "a turn of the line");
            return seen[0] > 0 && seen[0] == seen[1];
        });

        for (int i = 0; i < 300; i++) {
            assertThat(text(slow.itemOf(stream))).startsWith(i + "x");
        }
        slow.cancel(stream);
        assertOver(slow, stream);
        awaitNoProducer(watch);
    }

    @OnEveryTransport
    void an_upload_reaches_its_method(TransportType by) {
        RawHubClient client = connect(by);
        String call = client.beginUpload("s", "sum");
        for (int i = 0; i < 100; i++) {
            client.upload("s", i);
        }
        client.complete("s");

        assertThat(client.completionOf(call).getInt("result")).isEqualTo(4950);
    }

    @OnEveryTransport
    void streams_go_both_ways_at_once(TransportType by) {
        RawHubClient client = connect(by);
        String stream = client.beginStreamWithUpload("s", "echoStream");
        for (String text : List.of("x", "y")) {
            client.upload("s", text);
            assertThat(text(client.itemOf(stream))).isEqualTo(text);
        }
        client.complete("s");

        assertOver(client, stream);
    }

    @OnEveryTransport
    void a_client_whose_upload_nobody_reads_waits_until_it_is_cancelled(TransportType by) {
        RawHubClient client = connect(by);
        String call = client.beginUpload("s", "holdUp");
        client.invoke("echo", "it has begun");
        for (int i = 0; i < 11; i++) {
            client.upload("s", "x");
        }
        String behind = client.begin("echo", "behind");
        client.cancel(call);

        assertThat(client.completionOf(call).getString("error"))
                .isEqualTo("An unexpected error occurred invoking 'holdUp' on the server.");
        assertThat(client.completionOf(behind).getString("result")).isEqualTo("behind");
        await("the method's stage is cancelled", () -> number(client, "pendingStages") == 0);
    }

    @OnEveryTransport
    void what_a_client_cancels_of_its_calls_is_cancelled(TransportType by) {
        RawHubClient client = connect(by);
        String call = client.begin("never");
        String behind = client.begin("echo", "behind");
        client.cancel(call);

        assertThat(client.completionOf(call).getString("error")).isEqualTo("An unexpected error occurred invoking 'never' on the server.");
        assertThat(client.completionOf(behind).getString("result")).isEqualTo("behind");
        await("the method's stage is cancelled", () -> number(client, "pendingStages") == 0);
    }

    @OnEveryTransport
    void a_method_that_keeps_its_thread_gets_its_callers_answer_though_calls_came_between(TransportType by) {
        RawHubClient client = connect(by);
        String call = client.begin("askAndWait", "q");
        assertThat(text(client.invoke("echo", "between"))).isEqualTo("between");
        JsonObject question = client.received("answer");
        assertThat(question.getJsonArray("arguments").getString(0)).isEqualTo("q");
        client.answer(question, "yes");

        assertThat(client.completionOf(call).getString("result")).isEqualTo("client said yes");
    }

    @OnEveryTransport
    void a_client_interface_asks_its_caller(TransportType by) {
        RawHubClient client = connect(by);
        String call = client.begin("confirm", "Sure?");
        client.answer(client.received("Confirm"), true);

        assertThat(client.completionOf(call).getBoolean("result")).isTrue();
    }

    @Test
    void a_client_that_goes_before_it_answers_fails_the_question() {
        RawHubClient asker = connect(TransportType.WEB_SOCKETS);
        RawHubClient asked = connect(TransportType.WEB_SOCKETS);
        String call = asker.begin("askOther", text(asked.invoke("id")), "q");
        asked.received("answer");

        asked.reset();

        assertThat(asker.completionOf(call).getString("result")).isEqualTo("ClientGoneException");
    }

    @Test
    void cancellations_that_race_with_the_end_are_answered_once() {
        RawHubClient client = connect(TransportType.WEB_SOCKETS);
        for (int i = 0; i < 300; i++) {
            String stream = client.beginStream("count", i % 3);
            client.cancel(stream);
            JsonObject end = client.completionOf(stream);
            assertThat(end).doesNotContainKey("error");
            String next = client.begin("echo", "x");
            assertThat(client.completionOf(next).getString("result")).isEqualTo("x");
        }
    }

    @Test
    void ten_thousand_short_streams_leave_nothing_behind() {
        RawHubClient client = connect(TransportType.WEB_SOCKETS);
        for (int round = 0; round < 200; round++) {
            List<String> streams = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                streams.add(client.beginStream("count", 1));
            }
            streams.forEach(stream -> {
                assertThat(client.itemOf(stream)).hasToString("0");
                assertOver(client, stream);
            });
        }
        client.receivedNothingUntil("echo", "the last one");
    }
}
