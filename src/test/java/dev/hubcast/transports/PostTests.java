package dev.hubcast.transports;

import static dev.hubcast.transports.TransportsApplication.assertAnswer;
import static dev.hubcast.transports.TransportsApplication.assertLives;
import static dev.hubcast.transports.TransportsApplication.assertUnknown;
import static dev.hubcast.transports.TransportsApplication.call;
import static dev.hubcast.transports.TransportsApplication.note;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.TransportType;
import dev.hubcast.itest.HubWatch;
import dev.hubcast.itest.RawExchange;
import dev.hubcast.itest.RawHubClient;
import jakarta.json.JsonString;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What clients without a WebSocket send: the bodies of their requests are one stream of bytes; played by {@link TransportsIT}. */
interface PostTests extends TransportsApplication {

    int SENDERS = 12;
    int OF_EACH = 40;
    int LIMIT = 32 * 1024;
    int MEGABYTE = 1024 * 1024;
    /** More than a connection has room for, which is twice the limit, and so little more that TCP takes the rest. */
    int OVER_THE_ROOM = 5 * LIMIT;

    /** A request that announces all of a body and sends the beginning of it. */
    private RawExchange begin(RawHubClient client, String beginning, String rest) {
        return to(TRANSPORTS).postRequest(client.token(), beginning + rest).behind(beginning.getBytes(UTF_8)).begin();
    }

    private void post(RawHubClient client, String body) {
        assertAnswer(to(TRANSPORTS).postRequest(client.token(), body), 200, "");
    }

    private static void awaitNotes(HubWatch watch, String id, int count) {
        int[] seen = new int[1];
        HubWatch.await(() -> count + " notes; seen: " + seen[0], () -> {
            seen[0] = Integer.parseInt(watch.client().invoke("noteCount", id).toString());
            return seen[0] >= count;
        });
    }

    private static List<String> notes(HubWatch watch, String id) {
        return watch.client().invoke("notes", id).asJsonArray().getValuesAs(JsonString::getString);
    }

    private static String notes(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(TransportsApplication::note).collect(Collectors.joining());
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(String::valueOf).toList();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "WEB_SOCKETS")
    default void a_record_may_be_cut_by_requests_anywhere(TransportType by) {
        HubWatch watch = watch();
        RawHubClient client = connect(by);
        String id = HubWatch.idOf(client);
        String records = note("\u00e9\u2603\ud83d\ude00") + note(2);

        for (int at = 0; at < records.length(); at += 3) {
            post(client, records.substring(at, Math.min(at + 3, records.length())));
        }

        awaitNotes(watch, id, 2);
        assertThat(notes(watch, id)).containsExactly("\u00e9\u2603\ud83d\ude00", "2");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "WEB_SOCKETS")
    default void requests_wait_for_one_whose_body_is_still_coming(TransportType by) {
        HubWatch watch = watch();
        RawHubClient client = connect(by);
        String id = HubWatch.idOf(client);
        RawExchange first = begin(client, note(1) + note(2).substring(0, 9), note(2).substring(9));
        awaitNotes(watch, id, 1);

        RawExchange second = to(TRANSPORTS).postRequest(client.token(), note(3)).begin();
        second.expectNoAnswer(A_WHILE);
        first.send(note(2).substring(9));

        assertAnswer("the first", first.answer(), 200, "");
        assertAnswer("the second", second.answer(), 200, "");
        awaitNotes(watch, id, 3);
        assertThat(notes(watch, id)).containsExactly("1", "2", "3");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "WEB_SOCKETS")
    default void of_many_requests_at_once_none_is_lost_and_those_of_one_sender_keep_their_order(TransportType by) {
        HubWatch watch = watch();
        RawHubClient client = connect(by);
        String id = HubWatch.idOf(client);
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try {
            CompletableFuture.allOf(IntStream.range(0, SENDERS).mapToObj(sender -> CompletableFuture.runAsync(() -> {
                for (int number = 1; number <= OF_EACH; number++) {
                    post(client, note(sender + "/" + number));
                }
            }, senders)).toArray(CompletableFuture[]::new)).join();
        } finally {
            senders.shutdown();
        }

        awaitNotes(watch, id, SENDERS * OF_EACH);
        List<String> notes = notes(watch, id);
        assertThat(notes).hasSize(SENDERS * OF_EACH);
        for (int sender = 0; sender < SENDERS; sender++) {
            String prefix = sender + "/";
            assertThat(notes.stream().filter(note -> note.startsWith(prefix)).map(note -> note.substring(prefix.length())))
                    .containsExactlyElementsOf(numbers(1, OF_EACH));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "WEB_SOCKETS")
    default void a_request_waits_for_room_and_its_client_alone(TransportType by) {
        HubWatch watch = watch();
        RawHubClient client = connect(by);
        String id = HubWatch.idOf(client);
        String gate = "room for " + by;
        String body = call("waitAt", gate) + notes(1, OVER_THE_ROOM / note(1).length());

        RawExchange request = to(TRANSPORTS).postRequest(client.token(), body).begin();
        request.expectNoAnswer(A_WHILE);
        assertLives(watch.client());
        watch.client().invoke("open", gate);

        assertAnswer("the request", request.answer(), 200, "");
        awaitNotes(watch, id, OVER_THE_ROOM / note(1).length());
        assertThat(notes(watch, id)).isEqualTo(numbers(1, OVER_THE_ROOM / note(1).length()));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "WEB_SOCKETS")
    default void a_record_over_the_limit_ends_the_connection_however_many_requests_bring_it(TransportType by) {
        for (int requests : new int[] {1, 4}) {
            HubWatch watch = watch();
            RawHubClient client = connect(by);
            String id = HubWatch.idOf(client);
            String record = note("x".repeat(LIMIT + 1 - note("").length()));
            int size = record.length() / requests + 1;

            for (int at = 0; at < record.length(); at += size) {
                post(client, record.substring(at, Math.min(at + size, record.length())));
            }

            assertThat(client.receivedClose().getString("error")).isEqualTo("Connection closed with an error.");
            client.expectEnd();
            watch.assertEnded(id, "1009 Message over the limit.", 1);
            assertThat(notes(watch, id)).isEmpty();
            client.close();
            watch.client().close();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "WEB_SOCKETS")
    default void a_request_is_not_read_on_when_its_record_is_over_the_limit(TransportType by) {
        HubWatch watch = watch();
        RawHubClient client = connect(by);
        String id = HubWatch.idOf(client);

        RawExchange endless = begin(client, note("x".repeat(MEGABYTE)), "y".repeat(8 * MEGABYTE));

        assertThat(client.receivedClose().getString("error")).isEqualTo("Connection closed with an error.");
        watch.assertEnded(id, "1009 Message over the limit.", 1);
        assertAnswer("the endless one", endless.answer(), 200, "");
    }

    /** How the client of a request goes away. */
    enum Leaving {
        FIN(RawExchange::close),
        RST(RawExchange::reset);

        private final Consumer<RawExchange> way;

        Leaving(Consumer<RawExchange> way) {
            this.way = way;
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "WEB_SOCKETS")
    default void a_request_that_breaks_off_makes_way_for_the_next(TransportType by) {
        HubWatch watch = watch();
        RawHubClient client = connect(by);
        String id = HubWatch.idOf(client);
        int noted = 0;
        for (Leaving leaving : Leaving.values()) {
            RawExchange broken = begin(client, note(++noted), note("never"));
            awaitNotes(watch, id, noted);
            RawExchange next = to(TRANSPORTS).postRequest(client.token(), note(++noted)).begin();
            next.expectNoAnswer(A_WHILE);

            leaving.way.accept(broken);

            assertAnswer("the next one", next.answer(), 200, "");
            awaitNotes(watch, id, noted);
        }
        assertThat(notes(watch, id)).isEqualTo(numbers(1, noted));
        assertLives(client);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "WEB_SOCKETS")
    default void requests_that_wait_when_the_connection_ends_are_told_so_and_later_ones_too(TransportType by) {
        HubWatch watch = watch();
        RawHubClient client = connect(by);
        String id = HubWatch.idOf(client);
        String gate = "the end of " + by;
        RawExchange first = begin(client, note("first") + call("waitAt", gate) + call("hangUp"), note("never"));
        awaitNotes(watch, id, 1);
        RawExchange waiting = to(TRANSPORTS).postRequest(client.token(), note("never")).begin();
        waiting.expectNoAnswer(A_WHILE);
        first.expectNoAnswer(A_WHILE);

        watch.client().invoke("open", gate);

        assertAnswer("the one that is being read", first.answer(), 200, "");
        assertAnswer("the one behind", waiting.answer(), 404, "");
        assertThat(client.receivedClose().containsKey("error")).isFalse();
        client.expectEnd();
        watch.assertEnded(id, "1000 Aborted by the hub.", 1);
        assertUnknown(Use.POST.request(to(TRANSPORTS), client.token()));
        assertThat(notes(watch, id)).containsExactly("first");
    }
}
