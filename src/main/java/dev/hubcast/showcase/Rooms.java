package dev.hubcast.showcase;

import dev.hubcast.HubException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rooms of the chat, kept in memory; an application of your own would keep them in its database. */
@ApplicationScoped
public class Rooms {

    /** The room that everybody who is connected is in. */
    public static final String LOBBY = "lobby";

    private final Map<String, Room> rooms;

    /** The rooms of the demonstration. */
    public Rooms() {
        this(Clock.systemUTC());
    }

    Rooms(Clock clock) {
        Map<String, Room> named = new LinkedHashMap<>();
        named.put(LOBBY, new Room(LOBBY, "Everybody is here. Say hello!", clock));
        named.put("jakarta", new Room("jakarta", "Jakarta EE, servers, specifications", clock));
        named.put("signalr", new Room("signalr", "Hubs, clients and what travels between them", clock));
        named.put("coffee", new Room("coffee", "Anything but work", clock));
        this.rooms = Collections.unmodifiableMap(named);
    }

    /** All rooms as they are now. */
    public List<RoomStatus> all() {
        return rooms.values().stream().map(Room::status).toList();
    }

    /** Lets a user in by one of their windows; entering twice is no error. */
    public RoomStatus enter(String room, String connectionId, String user) {
        return named(room).enter(connectionId, user);
    }

    /** Takes a window out; its user stays as long as another of their windows is in the room. */
    public RoomStatus leave(String room, String connectionId) {
        return named(room).leave(connectionId);
    }

    /** Whether a user is connected at all. */
    public boolean isHere(String user) {
        return named(LOBBY).has(user);
    }

    /** Keeps what a user says; refused in a closed room, and to somebody who is not in it. */
    public ChatMessage say(String room, String user, String text) {
        return named(room).say(user, text);
    }

    /** What was said after the message that a client saw last; 0 asks for all that the room still knows. */
    public RoomHistory history(String room, long lastSeen) {
        return named(room).history(lastSeen);
    }

    /** Nobody may speak in the room until it is reopened. */
    public RoomStatus close(String room) {
        return named(room).open(false);
    }

    /** Everybody in the room may speak again. */
    public RoomStatus reopen(String room) {
        return named(room).open(true);
    }

    private Room named(String name) {
        Room room = rooms.get(name);
        if (room == null) {
            throw new HubException("There is no such room.");
        }
        return room;
    }
}
