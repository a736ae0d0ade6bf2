package dev.hubcast.javaclient;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.signalr.HttpHubConnectionBuilder;
import com.microsoft.signalr.HubConnection;
import com.microsoft.signalr.HubConnectionBuilder;
import com.microsoft.signalr.HubConnectionState;
import com.microsoft.signalr.HubException;
import com.microsoft.signalr.TransportEnum;
import dev.hubcast.context.TestUsers;
import dev.hubcast.itest.ExpectedLog;
import dev.hubcast.itest.HubcastWar;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.subjects.ReplaySubject;
import io.reactivex.rxjava3.subjects.Subject;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The official Java client connects unchanged. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class JavaClientIT {

    private static final int PATIENCE_SECONDS = 10;

    private final List<HubConnection> clients = new ArrayList<>();

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return HubcastWar.of(PostHub.class, GuardedHub.class, PollingHub.class, Parcel.class, TestUsers.class)
                .addAsResource(new StringAsset("hubcast.hub.polling.transports=long-polling"), "META-INF/microprofile-config.properties");
    }

    @AfterEach
    void leave() {
        clients.forEach(client -> client.stop().blockingAwait(PATIENCE_SECONDS, SECONDS));
    }

    private HttpHubConnectionBuilder to(String hub, TransportEnum transport) {
        return HubConnectionBuilder.create(base.resolve("hubs/" + hub).toString()).withTransport(transport);
    }

    private static HttpHubConnectionBuilder as(String user, HttpHubConnectionBuilder builder) {
        return builder.withHeader(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(UTF_8)));
    }

    private HubConnection started(HttpHubConnectionBuilder builder) {
        HubConnection client = builder.build();
        clients.add(client);
        start(client);
        return client;
    }

    private static void start(HubConnection client) {
        assertThat(client.start().blockingAwait(PATIENCE_SECONDS, SECONDS)).as("started in time").isTrue();
    }

    private static <T> T call(HubConnection client, Class<T> result, String method, Object... arguments) {
        return client.invoke(result, method, arguments).timeout(PATIENCE_SECONDS, SECONDS).blockingGet();
    }

    private static void call(HubConnection client, String method, Object... arguments) {
        assertThat(client.invoke(method, arguments).blockingAwait(PATIENCE_SECONDS, SECONDS)).as("answered in time").isTrue();
    }

    private static BlockingQueue<String> told(HubConnection client) {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        client.on("told", (group, text) -> heard.add(group + ": " + text), String.class, String.class);
        return heard;
    }

    private static String next(BlockingQueue<String> heard) throws InterruptedException {
        return heard.poll(PATIENCE_SECONDS, SECONDS);
    }

    /** This client can send one more poll behind its DELETE, when nobody knows the connection any more: with any SignalR server. */
    private static void assertWithoutError(Optional<Exception> end) {
        assertThat(end.map(Exception::getMessage).filter(message -> !message.equals("Unexpected response code 404."))).isEmpty();
    }

    private static CompletableFuture<Optional<Exception>> end(HubConnection client) {
        CompletableFuture<Optional<Exception>> closed = new CompletableFuture<>();
        client.onClosed(failure -> closed.complete(Optional.ofNullable(failure)));
        return closed;
    }

    @ByEveryTransport
    void a_call_is_answered_by_value_object_list_or_later(TransportEnum transport) {
        HubConnection client = started(to("post", transport));

        assertThat(call(client, String.class, "echo", "ünïcode \uD83D\uDE00 \u2028 <&>")).isEqualTo("ünïcode \uD83D\uDE00 \u2028 <&>");
        assertThat(call(client, Integer.class, "weigh", List.of(Parcel.of("Oslo", 1.5), Parcel.of("Rome", 2.5)))).isEqualTo(4);
        Parcel stamped = call(client, Parcel.class, "stamp", Parcel.of("Oslo", 1.5, "a"), "b");
        assertThat(stamped).usingRecursiveComparison().isEqualTo(Parcel.of("Oslo", 1.5, "a", "b"));
        assertThat(call(client, String.class, "later", "soon")).isEqualTo("soon");
        call(client, "join", "nobody else");
    }

    @ByEveryTransport
    void a_large_value_goes_there_and_back(TransportEnum transport) {
        String text = "0123456789".repeat(3000);

        assertThat(call(started(to("post", transport)), String.class, "echo", text)).isEqualTo(text);
    }

    @ByEveryTransport
    void what_is_sent_without_an_answer_is_done_and_handlers_get_objects(TransportEnum transport) throws Exception {
        HubConnection client = started(to("post", transport));
        CompletableFuture<Parcel> dropped = new CompletableFuture<>();
        client.on("dropped", (to, parcel) -> dropped.complete(parcel), String.class, Parcel.class);

        client.send("drop", Parcel.of("Rome", 2));

        assertThat(dropped.get(PATIENCE_SECONDS, SECONDS)).usingRecursiveComparison().isEqualTo(Parcel.of("Rome", 2));
    }

    @ByEveryTransport
    void a_group_hears_its_messages_in_order_and_nobody_else_does(TransportEnum transport) throws Exception {
        HubConnection inside = started(to("post", transport));
        HubConnection outside = started(to("post", transport));
        BlockingQueue<String> heardInside = told(inside);
        BlockingQueue<String> heardOutside = told(outside);
        call(inside, "join", "oslo");

        for (int i = 0; i < 100; i++) {
            call(outside, "tell", "oslo", String.valueOf(i)); // by polling, this client keeps no order among what it only sends
        }
        for (int i = 0; i < 100; i++) {
            assertThat(next(heardInside)).isEqualTo("oslo: " + i);
        }
        call(inside, "leave", "oslo");
        call(outside, "tell", "oslo", "gone");
        call(inside, "tellOthers", "last");

        assertThat(next(heardOutside)).isEqualTo("others: last");
        call(inside, "echo", "a turn of the line");
        assertThat(heardInside).isEmpty();
    }

    @ByEveryTransport
    void a_hub_exception_reaches_the_client_with_its_message(TransportEnum transport) {
        HubConnection client = started(to("post", transport));

        assertThatThrownBy(() -> call(client, "refuse")).isInstanceOf(HubException.class)
                .hasMessage("An unexpected error occurred invoking 'refuse' on the server. HubException: No parcels on Sundays.");
        assertThat(call(client, String.class, "echo", "still here")).isEqualTo("still here");
    }

    @ByEveryTransport
    @ExpectedLog("fail failed")
    void any_other_exception_reads_as_a_general_sentence(TransportEnum transport) {
        HubConnection client = started(to("post", transport));

        assertThatThrownBy(() -> call(client, "fail")).isInstanceOf(HubException.class)
                .hasMessage("An unexpected error occurred invoking 'fail' on the server.");
        assertThatThrownBy(() -> call(client, "getClass")).isInstanceOf(HubException.class).hasMessageContaining("Method does not exist");
        assertThat(call(client, String.class, "echo", "still here")).isEqualTo("still here");
    }

    @ByEveryTransport
    void a_stream_brings_its_items_and_its_end(TransportEnum transport) {
        HubConnection client = started(to("post", transport));

        List<Parcel> parcels = client.stream(Parcel.class, "parcels", 50).toList().timeout(PATIENCE_SECONDS, SECONDS).blockingGet();

        assertThat(parcels).extracting(parcel -> parcel.kilograms).containsExactlyElementsOf(
                IntStream.range(0, 50).mapToObj(Double::valueOf).toList());
        assertThatThrownBy(() -> client.stream(Integer.class, "lost", 2).timeout(PATIENCE_SECONDS, SECONDS).blockingLast())
                .hasMessageContaining("HubException: Lost in the post.");
    }

    @ByEveryTransport
    void a_stream_that_is_cancelled_stops_its_producer(TransportEnum transport) throws Exception {
        HubConnection client = started(to("post", transport));
        BlockingQueue<String> heard = told(client);

        assertThat(client.stream(String.class, "tracking").take(1).timeout(PATIENCE_SECONDS, SECONDS).blockingFirst())
                .isEqualTo("on its way");

        assertThat(next(heard)).isEqualTo("tracking: cancelled");
    }

    /** Over long polling this client waits for no POST before the next one, so that items may pass each other, their call and their end. */
    @ByEveryTransport
    void an_upload_reaches_its_method(TransportEnum transport) throws Exception {
        HubConnection client = started(to("post", transport));
        BlockingQueue<String> heard = told(client);
        Subject<Parcel> parcels = ReplaySubject.create();
        Single<Double> sum = client.invoke(Double.class, "weighAll", parcels);
        assertThat(next(heard)).isEqualTo("scale: ready");
        for (int number = 1; number <= 20; number++) {
            parcels.onNext(Parcel.of("Rome", number));
            assertThat(next(heard)).isEqualTo("scale: " + (double) number);
        }
        parcels.onComplete();

        assertThat(sum.timeout(PATIENCE_SECONDS, SECONDS).blockingGet()).isEqualTo(210);
    }

    @ByEveryTransport
    void a_hub_asks_its_caller(TransportEnum transport) {
        HubConnection client = started(to("post", transport));
        client.onWithResult("signature", parcel -> Single.just("Ada of " + parcel.to), Parcel.class);

        assertThat(call(client, String.class, "sign", Parcel.of("Oslo", 1))).isEqualTo("signed by Ada of Oslo");
    }

    @ByEveryTransport
    void headers_of_the_client_are_those_of_the_request(TransportEnum transport) {
        HubConnection client = started(to("post", transport).withHeader("X-Branch", "Oslo"));

        assertThat(call(client, String.class, "header", "x-branch")).isEqualTo("Oslo");
    }

    @ByEveryTransport
    void basic_authentication_says_who_calls(TransportEnum transport) {
        HubConnection ada = started(as("ada", to("post", transport)));
        HubConnection eve = started(as("eve", to("post", transport)));

        assertThat(call(ada, String.class, "whoAmI")).isEqualTo("ada");
        assertThat(call(ada, String.class, "write")).isEqualTo("written");
        assertThat(call(eve, String.class, "whoAmI")).isEqualTo("eve");
        assertThatThrownBy(() -> call(eve, String.class, "write")).isInstanceOf(HubException.class)
                .hasMessageContaining("user is unauthorized");
    }

    @ByEveryTransport
    void a_guarded_hub_lets_nobody_in_but_its_role(TransportEnum transport) {
        assertThat(call(started(as("ada", to("guarded", transport))), String.class, "whoAmI")).isEqualTo("ada");
        assertThatThrownBy(() -> start(as("eve", to("guarded", transport)).build())).hasMessageContaining("403");
        assertThatThrownBy(() -> start(to("guarded", transport).build())).hasMessageContaining("401");
    }

    @Test
    void a_client_may_skip_the_negotiation() {
        HubConnection client = started(to("post", TransportEnum.WEBSOCKETS).shouldSkipNegotiate(true));

        assertThat(call(client, String.class, "echo", "at once")).isEqualTo("at once");
    }

    @Test
    void a_client_that_may_choose_takes_the_web_socket_and_where_there_is_none_long_polling() {
        assertThat(call(started(to("post", TransportEnum.ALL)), String.class, "transport")).isEqualTo("WebSockets");
        assertThat(call(started(to("polling", TransportEnum.ALL)), String.class, "transport")).isEqualTo("LongPolling");
    }

    @ByEveryTransport
    void client_and_hub_know_the_connection_by_the_same_id(TransportEnum transport) {
        HubConnection client = started(to("post", transport));

        assertThat(call(client, String.class, "connectionId")).isEqualTo(client.getConnectionId());
    }

    @ByEveryTransport
    void a_client_that_the_hub_hangs_up_on_is_told_so_without_an_error(TransportEnum transport) throws Exception {
        HubConnection client = started(to("post", transport));
        CompletableFuture<Optional<Exception>> end = end(client);

        client.send("hangUp");

        assertWithoutError(end.get(PATIENCE_SECONDS, SECONDS));
        assertThat(client.getConnectionState()).isEqualTo(HubConnectionState.DISCONNECTED);
    }

    @ByEveryTransport
    void a_client_that_stops_has_left_and_may_come_back_under_another_id(TransportEnum transport) throws Exception {
        HubConnection watcher = started(to("post", transport));
        BlockingQueue<String> left = new LinkedBlockingQueue<>();
        watcher.on("left", (id, code) -> left.add(id + " " + code), String.class, Integer.class);
        call(watcher, "join", "watchers");
        HubConnection client = started(to("post", transport));
        CompletableFuture<Optional<Exception>> end = end(client);
        String firstId = client.getConnectionId();

        assertThat(client.stop().blockingAwait(PATIENCE_SECONDS, SECONDS)).isTrue();

        assertWithoutError(end.get(PATIENCE_SECONDS, SECONDS));
        assertThat(next(left)).isEqualTo(firstId + " 1000");
        start(client);
        assertThat(client.getConnectionId()).isNotEqualTo(firstId);
        assertThat(call(client, String.class, "connectionId")).isEqualTo(client.getConnectionId());
    }
}
