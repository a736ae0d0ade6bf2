package dev.hubcast.showcase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hubcast.testing.ConnectAs;
import dev.hubcast.testing.FailedCallException;
import dev.hubcast.testing.HubTestClient;
import dev.hubcast.testing.HubTester;
import dev.hubcast.testing.RefusedConnectionException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The chat without a server: how an author tests a hub with Hubcast's testing kit. */
class ChatHubTest {

    private static final String ROOM = "coffee";
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    /** Notes what it is asked for. The real one is an EJB, and has tests in the container. */
    private static final class NotedModeration extends Moderation {

        private final List<String> closed = new ArrayList<>();

        @Override
        public void close(String room) {
            closed.add(room);
        }
    }

    private final Rooms rooms = new Rooms(Clock.fixed(NOON, ZoneOffset.UTC));
    private final NotedModeration moderation = new NotedModeration();
    private final HubTester<ChatHub> chat =
            HubTester.of(ChatHub.class).with(Rooms.class, rooms).with(Moderation.class, moderation);

    private HubTestClient enters(String user) {
        return connects(as -> as.user(user));
    }

    /** What rooms are like is not the point here. */
    private HubTestClient connects(Consumer<ConnectAs> as) {
        HubTestClient client = chat.connect(as);
        client.ignore("roomChanged");
        return client;
    }

    @Test
    void nobody_gets_in_without_a_name() {
        assertThatExceptionOfType(RefusedConnectionException.class)
                .isThrownBy(chat::connect)
                .withMessage("401 Unauthorized");
    }

    @Test
    void everybody_is_in_the_lobby() {
        HubTestClient ada = enters("ada");

        assertThat(ada.groups()).containsExactly(Rooms.LOBBY);
        assertThat(ada.invoke(Welcome.class, "hello").rooms().get(0).people()).containsExactly("ada");
    }

    @Test
    void a_room_hears_what_is_said_and_nobody_else_does() {
        HubTestClient ada = enters("ada");
        HubTestClient eve = enters("eve");
        ada.invoke("join", ROOM, 0);

        ada.invoke("say", ROOM, "hello");

        ChatMessage said = ada.next().argument(0, ChatMessage.class);
        assertThat(said).usingRecursiveComparison().ignoringFields("id").isEqualTo(new ChatMessage(0, ROOM, "ada", "hello", NOON));
        eve.receivedNothing();
        assertThat(eve.invoke(RoomHistory.class, "join", ROOM, 0).messages()).containsExactly(said);
    }

    @Test
    void who_is_not_in_a_room_cannot_speak_there() {
        refused(enters("ada"), "HubException: Join the room first.", "say", ROOM, "hello");
    }

    @Test
    void nothing_is_said_with_no_words() {
        refused(enters("ada"), "HubException: text: ", "say", Rooms.LOBBY, " ");
    }

    @Test
    void typing_is_seen_by_the_others() {
        HubTestClient ada = enters("ada");
        HubTestClient eve = enters("eve");

        ada.invoke("typing", Rooms.LOBBY);

        eve.received(ChatClient.class).typing(Rooms.LOBBY, "ada");
        ada.receivedNothing();
    }

    @Test
    void a_whisper_is_heard_in_all_windows_of_both() {
        HubTestClient ada = enters("ada");
        HubTestClient second = enters("ada");
        HubTestClient eve = enters("eve");
        HubTestClient bob = enters("bob");

        ada.invoke("whisper", "eve", "psst");

        for (HubTestClient each : List.of(ada, second, eve)) {
            assertThat(each.next().argument(0, Whisper.class).text()).isEqualTo("psst");
        }
        bob.receivedNothing();
        refused(ada, "HubException: zoe is not here.", "whisper", "zoe", "psst");
    }

    @Test
    void only_moderators_close_rooms() {
        assertThatExceptionOfType(FailedCallException.class)
                .isThrownBy(() -> enters("ada").invoke("closeRoom", ROOM))
                .withMessage("Failed to invoke 'closeRoom' because user is unauthorized");

        connects(as -> as.user("grace").role("moderator")).invoke("closeRoom", ROOM);

        assertThat(moderation.closed).containsExactly(ROOM);
    }

    @Test
    void everybody_sees_that_a_room_was_closed_and_who_is_in_it_hears_by_whom() {
        RoomStatus closed = rooms.close(Rooms.LOBBY);

        chat.hub().roomClosed(new RoomClosed(closed, "grace"));

        chat.context().sent(ChatClient.class).all().roomChanged(closed);
        chat.context().sent(ChatClient.class).group(Rooms.LOBBY).roomClosed(Rooms.LOBBY, "grace");
        chat.context().sentNothing();
    }

    @Test
    void who_goes_leaves_all_rooms() {
        HubTestClient ada = enters("ada");
        ada.invoke("join", ROOM, 0);

        ada.disconnect();

        assertThat(rooms.all()).allMatch(room -> room.people().isEmpty());
    }

    private static void refused(HubTestClient client, String why, String method, Object... arguments) {
        assertThatExceptionOfType(FailedCallException.class)
                .isThrownBy(() -> client.invoke(method, arguments))
                .withMessageContaining(why);
    }
}
