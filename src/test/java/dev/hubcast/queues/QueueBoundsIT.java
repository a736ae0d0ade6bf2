package dev.hubcast.queues;

import static dev.hubcast.queues.QueuesApplication.assertHears;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.connection.Eventually;
import dev.hubcast.itest.HubcastWar;
import dev.hubcast.itest.OwnServer;
import dev.hubcast.itest.RawListener;
import dev.hubcast.itest.RawRequest;
import dev.hubcast.itest.ServerEvent;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What queues are bounded by, where they are, and what holds without a guard: several applications without a hub on one server. */
class QueueBoundsIT implements QueuesApplication {

    private static final String BOUNDED = "bounded";
    private static OwnServer server;

    private final List<RawListener> listeners = new ArrayList<>();

    @BeforeAll
    static void start() {
        server = OwnServer.start(Map.of(
                BOUNDED, configured(guarded(), """
                        hubcast.queues.path=/jobs/events
                        hubcast.queues.message-limit=5
                        hubcast.queues.size-limit=1000
                        hubcast.queues.unread-limit=3
                        hubcast.queues.retention=8s
                        hubcast.queues.keep-alive-interval=1s
                        """),
                "unguarded", application(),
                "unused", application(),
                "without-address", configured(guarded(), "hubcast.queues.path=none\n")));
    }

    private static WebArchive guarded() {
        return application().addClasses(QueuesGuard.class, Membership.class);
    }

    private static WebArchive application() {
        return HubcastWar.of(QueuesResource.class, RestApplication.class, Progress.class, OwnServlet.class, Jobs.class,
                JobFinished.class, JobReports.class);
    }

    private static WebArchive configured(WebArchive application, String configuration) {
        return application.addAsResource(new StringAsset(configuration), "META-INF/microprofile-config.properties");
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @AfterEach
    void leave() {
        listeners.forEach(RawListener::close);
    }

    @Override
    public URI at(String path) {
        return server.at(BOUNDED, "/" + path);
    }

    @Override
    public RawRequest request(String id) {
        return RawRequest.of("GET", at("jobs/events/" + QueuesApplication.encoded(id)));
    }

    @Override
    public RawListener kept(RawListener listener) {
        listeners.add(listener);
        return listener;
    }

    private static RawRequest in(String application, String method, String path) {
        return RawRequest.of(method, server.at(application, "/" + path));
    }

    @Test
    void past_the_message_limit_the_oldest_go_and_the_listener_learns_how_many() {
        enqueue("many", "1", "2", "3", "4", "5", "6", "7");
        RawListener listener = listen("many");

        assertThat(listener.next()).extracting(ServerEvent::type, ServerEvent::data).containsExactly("gap", "2");
        assertHears(listener, "3", "4", "5", "6", "7");
    }

    @Test
    void past_the_size_limit_the_oldest_go() {
        enqueue("large", "a".repeat(600), "b".repeat(600));
        RawListener listener = listen("large");

        assertThat(listener.next().type()).isEqualTo("gap");
        assertHears(listener, "b".repeat(600));
    }

    @Test
    void a_queue_that_nobody_reads_or_whose_listener_has_vanished_is_gone_after_the_retention_and_one_that_is_read_stays() {
        does("open", "alone");
        does("open", "vanished");
        listen("vanished").close();
        does("open", "read");
        RawListener listener = listen("read");

        for (String id : List.of("alone", "vanished")) {
            Eventually.holds(() -> assertThat(does("open", id)).isEqualTo("true"));
        }

        assertThat(does("open", "read")).isEqualTo("false");
        enqueue("read", "still there");
        assertHears(listener, "still there");
    }

    @Test
    void of_too_many_queues_that_nobody_reads_the_oldest_goes() {
        does("open", "first");
        RawListener read = listen("first");
        for (String id : List.of("second", "third", "fourth", "fifth")) {
            does("open", id);
        }

        assertThat(request("second").send().status()).isEqualTo(404);
        enqueue("first", "read and therefore here");
        assertHears(read, "read and therefore here");
        assertHears(listenTo("fifth"), "here");
    }

    private RawListener listenTo(String id) {
        RawListener listener = listen(id);
        enqueue(id, "here");
        return listener;
    }

    @Test
    void without_a_guard_nobody_reads_at_the_queues_address_and_the_application_may_serve_them_itself() {
        assertThat(in("unguarded", "POST", "api/queues/enqueue?id=q").body("one").send().body()).isEqualTo("true");

        assertThat(in("unguarded", "GET", "queues/q").send().status()).isEqualTo(403);
        assertHears(kept(RawListener.open(in("unguarded", "GET", "own?id=q"))), "one");
    }

    @Test
    void queues_may_have_no_address() {
        assertThat(in("without-address", "POST", "api/queues/enqueue?id=q").body("one").send().body()).isEqualTo("true");

        assertThat(in("without-address", "GET", "queues/q").send().status()).isEqualTo(404);
        assertHears(kept(RawListener.open(in("without-address", "GET", "own?id=q"))), "one");
    }

    @Test
    void a_thread_that_knows_nothing_of_the_application_may_be_the_first_to_use_queues() {
        assertThat(in("unused", "POST", "api/queues/stranger?id=q").body("").send().body()).isEqualTo("true");

        assertHears(kept(RawListener.open(in("unused", "GET", "own?id=q"))), "{\"percent\":50,\"step\":\"running\"}");
    }
}
