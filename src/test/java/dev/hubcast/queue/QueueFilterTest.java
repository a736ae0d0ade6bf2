package dev.hubcast.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.Join;
import dev.hubcast.JoinGuard;
import dev.hubcast.protocol.JsonMapping;
import dev.hubcast.security.JoinPolicy;
import dev.hubcast.security.OriginPolicy;
import dev.hubcast.transport.FakeRequest;
import dev.hubcast.transport.FakeResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of requests at the queues' address, but for streams. */
class QueueFilterTest {

    private final QueueFilter filter =
            new QueueFilter("/queues", new OriginPolicy(Set.of("https://good.example")), Set.of("clerk", "chief"));
    private final List<Join> asked = new ArrayList<>();
    private int passedOn;

    private QueueFilterTest open(JoinGuard guard) {
        filter.open(new LocalQueues(QueueOptions.DEFAULTS, JsonMapping.standard()), JoinPolicy.of(guard));
        return this;
    }

    private boolean note(Join join) {
        return asked.add(join);
    }

    private FakeResponse send(FakeRequest request) throws Exception {
        FakeResponse response = new FakeResponse();
        filter.doFilter(request.toServlet(), response.toServlet(), (same, its) -> passedOn++);
        return response;
    }

    @Test
    void until_the_application_uses_queues_it_is_as_if_there_was_no_filter() throws Exception {
        FakeResponse response = send(FakeRequest.of("GET", "/queues/7").header("Origin", "https://evil.example"));

        assertThat(passedOn).isEqualTo(1);
        assertThat(response.headers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/queues", "/queues/", "/queuesque/7", "/other/queues/7", "/queues/;jsessionid=1"})
    void what_names_no_queue_is_passed_on(String path) throws Exception {
        open(this::note).send(FakeRequest.of("GET", path));

        assertThat(passedOn).isEqualTo(1);
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/queues/7,7", "/queues/a%20b,a b", "/queues/a+b,a+b", "/queues/%C3%BC,ü", "/queues/a%2Fb,a/b", "/queues/a/b,a/b",
        "/queues/50%25,50%", "/queues/a%252Fb,a%2Fb", "/queues/7;jsessionid=1,7", "/queues/a%3Bb,a;b"})
    void the_guard_is_asked_for_the_id_in_the_address(String path, String id) throws Exception {
        FakeResponse response = open(this::note).send(FakeRequest.of("GET", path).query("key=1").as("ada", "clerk"));

        assertThat(asked).singleElement().satisfies(join -> {
            assertThat(join.target()).isEqualTo(new Join.Queue(id));
            assertThat(join.userName()).isEqualTo("ada");
            assertThat(join.isUserInRole("clerk")).isTrue();
            assertThat(join.isUserInRole("chief")).isFalse();
            assertThat(join.request().queryParameter("key")).isEqualTo("1");
        });
        assertThat(response.status()).as("there is no such queue").isEqualTo(404);
    }

    @Test
    void whom_the_guard_refuses_gets_403() throws Exception {
        assertThat(open(join -> false).send(FakeRequest.of("GET", "/queues/7")).status()).isEqualTo(403);
    }

    @Test
    void without_a_guard_everybody_gets_403() throws Exception {
        assertThat(open(null).send(FakeRequest.of("GET", "/queues/7").as("ada", "chief")).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/queues/%", "/queues/%zz", "/queues/%4"})
    void an_address_that_is_not_well_encoded_is_a_bad_request(String path) throws Exception {
        assertThat(open(this::note).send(FakeRequest.of("GET", path)).status()).isEqualTo(400);
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "HEAD", "PATCH"})
    void there_is_nothing_to_do_but_to_read(String method) throws Exception {
        FakeResponse response = open(this::note).send(FakeRequest.of(method, "/queues/7"));

        assertThat(response.status()).isEqualTo(405);
        assertThat(response.header("Allow")).isEqualTo("GET, OPTIONS");
    }

    @Test
    void a_page_of_another_origin_is_refused_before_anybody_is_asked() throws Exception {
        FakeResponse response = open(this::note).send(FakeRequest.of("GET", "/queues/7").header("Origin", "https://evil.example"));

        assertThat(response.status()).isEqualTo(403);
        assertThat(response.header("Access-Control-Allow-Origin")).isNull();
        assertThat(asked).isEmpty();
    }

    @Test
    void a_configured_page_may_ask_and_read() throws Exception {
        FakeResponse preflight = open(this::note).send(FakeRequest.of("OPTIONS", "/queues/7").header("Origin", "https://good.example"));

        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("https://good.example");
        assertThat(preflight.header("Access-Control-Allow-Headers")).contains("Last-Event-ID");
    }
}
