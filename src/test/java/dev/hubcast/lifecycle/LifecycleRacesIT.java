package dev.hubcast.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.TransportType;
import dev.hubcast.itest.Ends;
import dev.hubcast.itest.ExpectedLog;
import dev.hubcast.itest.Frame;
import dev.hubcast.itest.HubRegistry;
import dev.hubcast.itest.HubWatch;
import dev.hubcast.itest.HubcastWar;
import dev.hubcast.itest.ObservedHub;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawHubConnector;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** However connections begin, join, leave and end, and whatever happens at once: nothing of them is left behind. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class LifecycleRacesIT {

    private static final int THREADS = 4;
    private static final String CLOSE = "{\"type\":7}\u001e";

    private final Queue<RawHubClient> clients = new ConcurrentLinkedQueue<>();

    @ArquillianResource
    URI base;

    private HubWatch watch;

    @Deployment(testable = false)
    static WebArchive application() {
        return HubcastWar.of(RaceHub.class, Tally.class, ObservedHub.class, Ends.class, HubRegistry.class);
    }

    @BeforeEach
    void watch() {
        watch = HubWatch.alone(connect());
    }

    @AfterEach
    void leave() {
        clients.forEach(RawHubClient::close);
    }

    private RawHubConnector hub() {
        return RawHubConnector.to(base.resolve("hubs/race"));
    }

    private RawHubClient connect() {
        return kept(hub().connect());
    }

    private RawHubClient connect(String tag, String wish) {
        return connect(TransportType.WEB_SOCKETS, tag, wish);
    }

    private RawHubClient connect(TransportType by, String tag, String wish) {
        return kept(hub().by(by).query("tag", tag).query("open", wish).connect());
    }

    private RawHubClient kept(RawHubClient client) {
        clients.add(client);
        return client;
    }

    private String idOf(String tag) {
        return ((JsonString) watch.client().invoke("idOf", tag)).getString();
    }

    private List<String> noted(String prefix) {
        return watch.client().invoke("noted", prefix).asJsonArray().stream().map(value -> ((JsonString) value).getString()).toList();
    }

    /** Does the work of each thread at the same time, and waits for all. */
    private static void atOnce(int threads, IntFunction<Callable<Void>> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Void>> works = IntStream.range(0, threads).mapToObj(work).toList();
            for (Future<Void> done : pool.invokeAll(works, 60, TimeUnit.SECONDS)) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private void end(RawHubClient client, int manner) {
        switch (manner) {
            case 0 -> client.close();
            case 1 -> client.sendText(CLOSE);
            case 2 -> client.socket().send(Frame.close(1000, ""));
            case 3 -> client.socket().reset();
            default -> client.send("hangUp");
        }
    }

    @ParameterizedTest
    @EnumSource
    @ExpectedLog("opened failed")
    void a_failing_on_open_closes_the_connection_with_an_error_and_runs_no_on_close(TransportType by) {
        String tag = "failing by " + by;
        RawHubClient client = connect(by, tag, "fail");

        JsonObject close = client.receivedClose();

        assertThat(close.getString("error")).isEqualTo("Connection closed with an error.");
        assertThat(close.getBoolean("allowReconnect", false)).isFalse();
        if (by == TransportType.WEB_SOCKETS) {
            client.socket().expectClose(1000);
        } else {
            client.expectEnd();
        }
        client.close();
        watch.awaitTransports(1);
        assertThat(watch.connections()).isEqualTo(1);
        assertThat(watch.hasEnded(idOf(tag))).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void a_hub_may_hang_up_in_on_open(TransportType by) {
        String tag = "unwelcome by " + by;
        RawHubClient client = connect(by, tag, "abort");

        assertThat(client.receivedClose().containsKey("error")).isFalse();
        watch.assertEnded(idOf(tag), "1000 Aborted by the hub.", 1);
    }

    @Test
    void a_client_that_leaves_in_the_middle_of_on_open_leaves_nothing_behind() {
        RawHubClient client = connect("leaving", "linger");
        String id = idOf("leaving");

        client.close();

        watch.assertBroken(id, 1);
    }

    @Test
    void a_client_that_leaves_in_the_middle_of_a_call_leaves_nothing_behind_and_on_close_comes_after_the_call() {
        RawHubClient client = connect();
        String id = HubWatch.idOf(client);
        client.send("linger", "lingering");
        client.received("begun");

        client.close();

        watch.assertBroken(id, 1);
        assertThat(noted("lingering")).containsExactly("lingering begun", "lingering done before @OnClose");
    }

    @Test
    void clients_that_leave_in_the_middle_of_a_broadcast_disturb_nobody() {
        RawHubClient staying = connect();
        List<RawHubClient> leaving = Stream.generate(this::connect).limit(30).toList();
        List<String> ids = leaving.stream().map(HubWatch::idOf).toList();

        watch.client().send("shoutToAll", 3000);
        for (int i = 0; i < leaving.size(); i++) {
            end(leaving.get(i), i % 5);
        }

        for (int i = 0; i < 3000; i++) {
            assertThat(staying.received("shout").getJsonArray("arguments").getInt(0)).isEqualTo(i);
        }
        ids.forEach(watch::awaitEnd);
        ids.forEach(id -> watch.assertGone(id, 2));
    }

    @Test
    void clients_that_leave_while_they_join_are_no_members() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            RawHubClient client = connect();
            ids.add(HubWatch.idOf(client));
            client.send("join", "joining");
            end(client, i % 4);
        }

        ids.forEach(watch::awaitEnd);
        ids.forEach(id -> watch.assertGone(id, 1));
    }

    @Test
    void who_has_left_joins_no_group_any_more() {
        RawHubClient client = connect();
        String id = HubWatch.idOf(client);
        client.invoke("join", "before");
        client.close();
        watch.assertBroken(id, 1);

        watch.client().invoke("joinAs", id, "after");

        assertThat(watch.groups()).isZero();
    }

    @Test
    void connecting_joining_and_ending_in_every_way_at_once_leaves_the_hub_empty() throws Exception {
        Queue<String> ids = new ConcurrentLinkedQueue<>();

        atOnce(THREADS, thread -> () -> {
            Random random = new Random(thread);
            for (int round = 0; round < 60; round++) {
                RawHubClient client = connect();
                ids.add(HubWatch.idOf(client));
                client.send("join", "group " + random.nextInt(5));
                client.invoke("join", "group " + random.nextInt(5));
                client.send("shout", "group " + random.nextInt(5));
                end(client, round % 5);
            }
            return null;
        });

        assertThat(ids).hasSize(THREADS * 60);
        ids.forEach(watch::awaitEnd);
        ids.forEach(id -> watch.assertGone(id, 1));
    }

    /** Who goes without a word is found by time over these transports; {@code peers} has that. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "WEB_SOCKETS")
    void connecting_joining_and_ending_at_once_leaves_the_hub_empty_over_the_other_transports_too(TransportType by) throws Exception {
        Queue<String> ids = new ConcurrentLinkedQueue<>();

        atOnce(THREADS, thread -> () -> {
            Random random = new Random(thread);
            for (int round = 0; round < 30; round++) {
                RawHubClient client = kept(hub().by(by).connect());
                ids.add(HubWatch.idOf(client));
                client.send("join", "group " + random.nextInt(5));
                client.invoke("join", "group " + random.nextInt(5));
                client.send("shout", "group " + random.nextInt(5));
                client.send("note", by + " " + thread + " " + round);
                if (round % 2 == 0) {
                    client.sendText(CLOSE);
                } else {
                    client.send("hangUp");
                }
            }
            return null;
        });

        assertThat(ids).hasSize(THREADS * 30);
        ids.forEach(watch::awaitEnd);
        ids.forEach(id -> watch.assertGone(id, 1));
        assertThat(noted(by + " ")).hasSize(THREADS * 30).doesNotHaveDuplicates();
    }

    @Test
    void after_joins_and_leaves_from_many_threads_exactly_the_members_hear() throws Exception {
        List<RawHubClient> members = Stream.generate(this::connect).limit(5).toList();
        List<String> ids = members.stream().map(HubWatch::idOf).toList();
        boolean[][] isMember = new boolean[THREADS][members.size()];

        atOnce(THREADS, thread -> () -> {
            Random random = new Random(thread);
            RawHubClient caller = connect();
            for (int round = 0; round < 300; round++) {
                int member = random.nextInt(members.size());
                isMember[thread][member] = random.nextBoolean();
                caller.invoke(isMember[thread][member] ? "joinAs" : "leaveAs", ids.get(member), "group " + thread);
            }
            return null;
        });

        for (int group = 0; group < THREADS; group++) {
            watch.client().invoke("shout", "group " + group);
            for (int member = 0; member < members.size(); member++) {
                if (isMember[group][member]) {
                    assertThat(members.get(member).received("shout").getJsonArray("arguments").getString(0)).isEqualTo("group " + group);
                }
                members.get(member).receivedNothingUntil("id");
            }
        }
        assertThat(watch.groups()).isEqualTo((int) Stream.of(isMember)
                .filter(group -> IntStream.range(0, group.length).anyMatch(member -> group[member])).count());
    }

    @Test
    void closed_by_application_container_and_peer_at_once_a_connection_ends_once() throws Exception {
        List<String> tags = IntStream.range(0, 40).mapToObj(i -> "thrice " + i).toList();
        for (String tag : tags) {
            RawHubClient client = connect(tag, "normally");
            client.invoke("join", "thrice");
            client.socket().send(Frame.text("x").reserved(7)); // which the container answers by closing
            atOnce(2, way -> () -> {
                if (way == 0) {
                    watch.client().invoke("hangUpOn", tag);
                } else {
                    client.socket().halfClose();
                }
                return null;
            });
            client.close();
        }

        List<String> ids = tags.stream().map(this::idOf).toList();
        ids.forEach(watch::awaitEnd);
        ids.forEach(id -> watch.assertGone(id, 1));
        watch.awaitTransports(1);
    }

    @Test
    void what_a_client_sends_before_it_closes_is_still_done() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            RawHubClient client = connect();
            ids.add(HubWatch.idOf(client));
            client.send("note", "farewell " + i);
            end(client, i % 3);
        }

        ids.forEach(watch::awaitEnd);
        assertThat(noted("farewell ")).hasSize(50).doesNotHaveDuplicates();
    }
}
