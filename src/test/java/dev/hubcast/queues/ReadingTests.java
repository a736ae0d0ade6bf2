package dev.hubcast.queues;

import static dev.hubcast.queues.QueuesApplication.assertHears;
import static dev.hubcast.queues.QueuesApplication.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.EventQueues;
import dev.hubcast.itest.ExpectedLog;
import dev.hubcast.itest.RawListener;
import dev.hubcast.itest.RawRequest;
import dev.hubcast.itest.ServerEvent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a listener hears, and who may listen; played by {@link QueuesIT}. */
interface ReadingTests extends QueuesApplication {

    private static RawRequest as(String user, RawRequest request) {
        return request.header("Authorization", QueuesApplication.authorization(user));
    }

    @Test
    default void a_listener_hears_what_came_before_it_and_what_comes_after_in_order() {
        enqueue("order", "one", "two");
        RawListener listener = listen("order");
        assertHears(listener, "one", "two");
        long second = Long.parseLong(listener.lastEventId());

        enqueue("order", "three");

        assertHears(listener, "three");
        assertThat(Long.parseLong(listener.lastEventId())).isEqualTo(second + 1);
    }

    @Test
    default void a_queue_may_be_opened_before_its_first_message() {
        assertThat(does("open", "early")).isEqualTo("true");
        assertThat(does("open", "early")).isEqualTo("false");
        RawListener listener = listen("early");

        enqueue("early", "first");

        assertHears(listener, "first");
    }

    @Test
    default void objects_are_json_and_text_is_text() {
        does("progress", "objects", "&percent=75", "");

        assertHears(listen("objects"), "{\"percent\":75,\"step\":\"running\"}", "text");
    }

    @Test
    default void text_keeps_its_lines_and_its_letters() {
        enqueue("text", "erste Zeile: Grüße\n\nthird 🎈\n", "", " spaced ");

        assertHears(listen("text"), "erste Zeile: Grüße\n\nthird 🎈\n", "", " spaced ");
    }

    @Test
    default void a_message_is_there_at_once_and_what_an_observer_says_after_the_commit_only_then() {
        does("work", "committed", "&refuse=false", "");
        does("work", "refused", "&refuse=true", "");

        assertHears(listen("committed"), "working", "finished", "answered");
        assertHears(listen("refused"), "working", "answered");
    }

    @Test
    default void a_timer_speaks_without_any_request() {
        does("open", "timer");
        RawListener listener = listen("timer");

        does("work-later", "timer");

        assertHears(listener, "working", "finished");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "ü", "50%", "a+b", "a?b#c", "{x}", "b5c2dc6c-8b1c-4f0b-a5d8-2d9bb3c2f0a1", "q.1-2_3~4", "a%2Fb"})
    default void any_id_can_be_asked_for_if_it_is_encoded(String id) {
        enqueue(id, "for " + id);

        assertHears(listen(id), "for " + id);
    }

    @Test
    default void nothing_on_the_way_is_asked_to_hold_the_stream_back() {
        does("open", "headers");
        RawListener listener = listen("headers");

        assertThat(listener.answer().header("Cache-Control")).contains("no-cache", "no-store");
        assertThat(listener.answer().header("X-Accel-Buffering")).isEqualTo("no");
    }

    @ParameterizedTest
    @ValueSource(strings = {"never heard of", "."})
    default void a_queue_that_is_not_there_is_a_404(String id) {
        does("open", "another");

        assertThat(request(id).send().status()).isEqualTo(404);
    }

    @Test
    default void there_is_nothing_to_do_at_a_queues_address_but_to_read() {
        does("open", "methods");

        for (String method : List.of("POST", "PUT", "DELETE", "HEAD")) {
            assertThat(RawRequest.of(method, at("queues/methods")).body("").send().status()).as(method).isEqualTo(405);
        }
    }

    @Test
    default void closing_ends_the_stream_behind_the_last_message_and_who_comes_back_hears_that_there_is_no_more() {
        enqueue("closed", "one");
        RawListener listener = listen("closed");
        assertHears(listener, "one");

        does("close", "closed");

        assertHears(listener, EventQueues.TERMINATE);
        listener.expectEnd();
        assertThat(does("enqueue", "closed", "", "late")).isEqualTo("false");
        String last = listener.lastEventId();
        assertThat(request("closed").header("Last-Event-ID", last).send().status()).isEqualTo(204);
        assertThat(request("closed").header("Last-Event-ID", last).send().status()).isEqualTo(404);
    }

    @Test
    default void a_queue_that_was_closed_before_anybody_listened_is_read_to_its_end() {
        enqueue("over", "one");
        does("close", "over");
        RawListener listener = listen("over");

        assertHears(listener, "one", EventQueues.TERMINATE);
        listener.expectEnd();
    }

    @Test
    default void a_second_listener_takes_over() {
        does("open", "shared");
        RawListener first = listen("shared");
        enqueue("shared", "one");
        assertHears(first, "one");
        RawListener second = listenBehind("shared", first.lastEventId());

        enqueue("shared", "two");

        ServerEvent farewell = first.next();
        assertThat(farewell.type()).isEqualTo("taken-over");
        first.expectEnd();
        assertHears(second, "two");
    }

    @Test
    default void the_guard_knows_who_asks() {
        enqueue("of ada", "secret");

        assertThat(request("of ada").send().status()).isEqualTo(403);
        assertThat(as("eve", request("of ada")).send().status()).isEqualTo(403);
        assertHears(kept(RawListener.open(as("ada", request("of ada")))), "secret");
    }

    @Test
    default void the_guard_knows_roles() {
        enqueue("of writers", "secret");

        assertThat(as("eve", request("of writers")).send().status()).isEqualTo(403);
        assertHears(kept(RawListener.open(as("ada", request("of writers")))), "secret");
    }

    @Test
    default void the_guard_knows_the_request() {
        enqueue("with a key", "secret");
        String address = "queues/" + encoded("with a key");

        assertThat(RawRequest.of("GET", at(address)).send().status()).isEqualTo(403);
        assertHears(kept(RawListener.open(RawRequest.of("GET", at(address + "?key=open+sesame")))), "secret");
    }

    @Test
    @ExpectedLog("The guard of queues is broken")
    default void a_guard_that_fails_has_refused() {
        does("open", "broken");

        assertThat(request("broken").send().status()).isEqualTo(403);
    }

    @Test
    default void whether_a_queue_is_there_is_not_told_to_whom_it_is_refused() {
        does("open", "another");

        assertThat(request("of ada").send().status()).isEqualTo(403);
    }

    @Test
    default void pages_of_other_origins_may_not_read_but_configured_ones() {
        enqueue("origins", "one");

        assertThat(request("origins").header("Origin", "https://evil.example.com").send().status()).isEqualTo(403);
        RawListener listener = kept(RawListener.open(request("origins").header("Origin", "https://good.example.com")));
        assertThat(listener.answer().header("Access-Control-Allow-Origin")).isEqualTo("https://good.example.com");
        assertHears(listener, "one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"own", "api/queues/stream"})
    default void a_servlet_or_a_rest_resource_serves_a_queue_whatever_the_guard_says(String address) {
        enqueue("of ada", "served at " + address);
        RawListener listener = kept(RawListener.open(RawRequest.of("GET", at(address + "?id=" + encoded("of ada")))));
        for (String data = listener.next().data(); !data.equals("served at " + address); data = listener.next().data()) {
            // what other tests left
        }

        enqueue("of ada", "later");

        assertHears(listener, "later");
        RawListener again = kept(RawListener.open(RawRequest.of("GET", at(address + "?id=" + encoded("of ada")))
                .header("Last-Event-ID", listener.lastEventId())));
        enqueue("of ada", "last");
        assertHears(again, "last");
    }

    @ParameterizedTest
    @ValueSource(strings = {"own", "api/queues/stream"})
    default void a_servlet_or_a_rest_resource_ends_with_the_queue(String address) {
        String id = "of ada, to be closed, " + address;
        enqueue(id, "one");
        String request = address + "?id=" + encoded(id);
        RawListener listener = kept(RawListener.open(RawRequest.of("GET", at(request))));
        does("close", id);

        assertHears(listener, "one", EventQueues.TERMINATE);
        listener.expectEnd();
        assertThat(RawRequest.of("GET", at(request)).header("Last-Event-ID", listener.lastEventId()).send().status()).isEqualTo(204);
        assertThat(RawRequest.of("GET", at(request)).send().status()).isEqualTo(404);
    }
}
