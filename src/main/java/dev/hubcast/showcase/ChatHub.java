package dev.hubcast.showcase;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubClients;
import dev.hubcast.HubContext;
import dev.hubcast.HubException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnOpen;
import jakarta.websocket.server.ServerEndpoint;
import java.time.Instant;
import java.util.List;

/** The chat: what browsers call, and what they hear of it. */
@Hub(name = "chat", client = ChatClient.class)
@ServerEndpoint("/hubs/chat")
@RolesAllowed("**")
public class ChatHub {

    @Inject HubContext<ChatHub> hub;
    @Inject Rooms rooms;
    @Inject Moderation moderation;

    @OnOpen
    void opened(HubCaller caller) {
        enter(caller, Rooms.LOBBY);
    }

    @OnClose
    void closed(HubCaller caller) {
        Visit.of(caller).rooms().forEach(room -> everyone().roomChanged(rooms.leave(room, caller.connectionId())));
    }

    public Welcome hello(HubCaller caller) {
        return new Welcome(caller.userName(), caller.isUserInRole("moderator"), rooms.all());
    }

    public RoomHistory join(HubCaller caller, @NotBlank String room, long lastSeen) {
        enter(caller, room);
        return rooms.history(room, lastSeen);
    }

    public void leave(HubCaller caller, @NotBlank String room) {
        if (room.equals(Rooms.LOBBY)) {
            throw new HubException("Everybody who is here is in the lobby.");
        }
        hub.groups().remove(caller, room);
        Visit.of(caller).rooms().remove(room);
        everyone().roomChanged(rooms.leave(room, caller.connectionId()));
    }

    public void say(HubCaller caller, @NotBlank String room, @NotBlank @Size(max = 2000) String text) {
        room(room).said(rooms.say(room, caller.userName(), text));
    }

    public void typing(HubCaller caller, @NotBlank String room) {
        if (Visit.of(caller).rooms().contains(room)) {
            caller.othersInGroup(room, ChatClient.class).typing(room, caller.userName());
        }
    }

    public void whisper(HubCaller caller, @NotBlank String to, @NotBlank @Size(max = 2000) String text) {
        if (!rooms.isHere(to)) {
            throw new HubException("%s is not here.".formatted(to));
        }
        Whisper whisper = new Whisper(caller.userName(), to, text, Instant.now());
        // To the sender as well, whose other windows show the conversation too.
        clients().users(List.of(to, caller.userName())).whispered(whisper);
    }

    @RolesAllowed("moderator")
    public void closeRoom(@NotBlank String room) {
        moderation.close(room);
    }

    @RolesAllowed("moderator")
    public void reopenRoom(@NotBlank String room) {
        moderation.reopen(room);
    }

    void roomClosed(@Observes(during = AFTER_SUCCESS) RoomClosed event) {
        everyone().roomChanged(event.room());
        room(event.room().name()).roomClosed(event.room().name(), event.by());
    }

    void roomReopened(@Observes(during = AFTER_SUCCESS) RoomReopened event) {
        everyone().roomChanged(event.room());
        room(event.room().name()).roomReopened(event.room().name(), event.by());
    }

    void announced(@Observes(during = AFTER_SUCCESS) Announcement announcement) {
        everyone().announced(announcement);
    }

    private void enter(HubCaller caller, String room) {
        RoomStatus status = rooms.enter(room, caller.connectionId(), caller.userName());
        Visit.of(caller).rooms().add(room);
        hub.groups().add(caller, room);
        everyone().roomChanged(status);
    }

    private ChatClient everyone() {
        return clients().all();
    }

    private ChatClient room(String name) {
        return clients().group(name);
    }

    private HubClients<ChatClient> clients() {
        return hub.clients(ChatClient.class);
    }
}
