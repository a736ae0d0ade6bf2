package dev.hubcast.showcase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubcast.HubException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RoomsTest {

    private static final String ROOM = "coffee";
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Rooms rooms = new Rooms(Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void the_lobby_is_listed_first_and_every_room_is_open_and_empty() {
        assertThat(rooms.all()).extracting(RoomStatus::name).startsWith(Rooms.LOBBY).doesNotHaveDuplicates();
        assertThat(rooms.all()).allMatch(RoomStatus::open).allMatch(room -> room.people().isEmpty());
    }

    @Test
    void people_are_listed_by_name() {
        rooms.enter(ROOM, "c1", "linus");
        RoomStatus status = rooms.enter(ROOM, "c2", "ada");

        assertThat(status.people()).containsExactly("ada", "linus");
    }

    @Test
    void a_user_with_two_windows_is_one_person() {
        rooms.enter(ROOM, "c1", "ada");

        assertThat(rooms.enter(ROOM, "c2", "ada").people()).containsExactly("ada");
    }

    @Test
    void a_user_stays_until_their_last_window_leaves() {
        rooms.enter(ROOM, "c1", "ada");
        rooms.enter(ROOM, "c2", "ada");

        assertThat(rooms.leave(ROOM, "c1").people()).containsExactly("ada");
        assertThat(rooms.leave(ROOM, "c2").people()).isEmpty();
    }

    @Test
    void entering_twice_by_the_same_window_needs_leaving_only_once() {
        rooms.enter(ROOM, "c1", "ada");
        rooms.enter(ROOM, "c1", "ada");

        assertThat(rooms.leave(ROOM, "c1").people()).isEmpty();
    }

    @Test
    void leaving_a_room_that_was_never_entered_is_no_error() {
        assertThat(rooms.leave(ROOM, "c1").people()).isEmpty();
    }

    @Test
    void a_user_is_here_while_a_window_of_theirs_is_in_the_lobby() {
        rooms.enter(Rooms.LOBBY, "c1", "ada");
        assertThat(rooms.isHere("ada")).isTrue();

        rooms.leave(Rooms.LOBBY, "c1");
        assertThat(rooms.isHere("ada")).isFalse();
    }

    @Test
    void each_change_has_a_higher_version_than_the_one_before() {
        long entered = rooms.enter(ROOM, "c1", "ada").version();
        long closed = rooms.close(ROOM).version();
        long left = rooms.leave(ROOM, "c1").version();

        assertThat(List.of(entered, closed, left)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void what_is_said_is_kept_in_order_with_rising_ids() {
        rooms.enter(ROOM, "c1", "ada");
        ChatMessage first = rooms.say(ROOM, "ada", "one");
        ChatMessage second = rooms.say(ROOM, "ada", "two");

        assertThat(second.id()).isGreaterThan(first.id());
        assertThat(rooms.history(ROOM, 0)).isEqualTo(new RoomHistory(ROOM, List.of(first, second), false));
        assertThat(first).isEqualTo(new ChatMessage(first.id(), ROOM, "ada", "one", NOON));
    }

    @Test
    void only_somebody_who_is_in_the_room_may_speak() {
        rooms.enter(Rooms.LOBBY, "c1", "ada");

        assertThatThrownBy(() -> rooms.say(ROOM, "ada", "hello")).isInstanceOf(HubException.class).hasMessage("Join the room first.");
        assertThat(rooms.history(ROOM, 0).messages()).isEmpty();
    }

    @Test
    void nobody_speaks_in_a_closed_room_until_it_is_reopened() {
        rooms.enter(ROOM, "c1", "ada");
        assertThat(rooms.close(ROOM).open()).isFalse();
        assertThatThrownBy(() -> rooms.say(ROOM, "ada", "hello")).isInstanceOf(HubException.class).hasMessage("The room is closed.");

        assertThat(rooms.reopen(ROOM).open()).isTrue();
        assertThat(rooms.say(ROOM, "ada", "hello").text()).isEqualTo("hello");
    }

    @Test
    void whoever_comes_back_hears_only_what_they_missed() {
        rooms.enter(ROOM, "c1", "ada");
        ChatMessage seen = rooms.say(ROOM, "ada", "seen");
        ChatMessage missed = rooms.say(ROOM, "ada", "missed");

        assertThat(rooms.history(ROOM, seen.id()).messages()).containsExactly(missed);
        assertThat(rooms.history(ROOM, missed.id()).messages()).isEmpty();
    }

    @Test
    void the_history_is_bounded_and_drops_the_oldest() {
        say(Room.HISTORY + 5);

        List<ChatMessage> kept = rooms.history(ROOM, 0).messages();
        assertThat(kept).hasSize(Room.HISTORY);
        assertThat(kept.get(0).text()).isEqualTo("message 5");
    }

    @Test
    void a_client_learns_that_the_room_forgot_what_it_missed() {
        rooms.enter(ROOM, "c1", "ada");
        long seen = rooms.say(ROOM, "ada", "seen").id();
        say(Room.HISTORY);
        assertThat(rooms.history(ROOM, seen).gap()).isFalse();

        say(1);
        assertThat(rooms.history(ROOM, seen).gap()).isTrue();
        assertThat(rooms.history(ROOM, 0).gap()).as("who sees the room for the first time misses nothing").isFalse();
    }

    @Test
    void a_message_after_a_restart_is_newer_than_all_before_it() {
        rooms.enter(ROOM, "c1", "ada");
        long before = rooms.say(ROOM, "ada", "before").id();

        Rooms restarted = new Rooms(Clock.fixed(NOON.plusSeconds(1), ZoneOffset.UTC));
        restarted.enter(ROOM, "c1", "ada");
        ChatMessage after = restarted.say(ROOM, "ada", "after");

        assertThat(restarted.history(ROOM, before).messages()).containsExactly(after);
    }

    @Test
    void there_are_no_rooms_but_those_listed() {
        assertThatThrownBy(() -> rooms.enter("cellar", "c1", "ada")).isInstanceOf(HubException.class).hasMessage("There is no such room.");
    }

    @Test
    void threads_that_speak_at_once_lose_no_message() throws InterruptedException {
        int threads = 4;
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService speakers = Executors.newFixedThreadPool(threads);
        for (int speaker = 0; speaker < threads; speaker++) {
            String user = "user" + speaker;
            speakers.submit(() -> {
                start.await();
                rooms.enter(ROOM, user, user);
                for (int i = 0; i < Room.HISTORY / threads; i++) {
                    rooms.say(ROOM, user, "message " + i);
                }
                return null;
            });
        }
        start.countDown();
        speakers.shutdown();

        assertThat(speakers.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(rooms.history(ROOM, 0).messages()).hasSize(Room.HISTORY)
                .extracting(ChatMessage::id).isSorted().doesNotHaveDuplicates();
    }

    private void say(int messages) {
        rooms.enter(ROOM, "c1", "ada");
        for (int i = 0; i < messages; i++) {
            rooms.say(ROOM, "ada", "message " + i);
        }
    }
}
