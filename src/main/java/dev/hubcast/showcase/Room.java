package dev.hubcast.showcase;

import dev.hubcast.HubException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One room: who is in it, what was said lately, whether anybody may speak. Safe for use by any number of threads. */
final class Room {

    /** How many messages a room remembers. */
    static final int HISTORY = 200;

    private final String name;
    private final String topic;
    private final Clock clock;
    private final Map<String, String> userByConnection = new HashMap<>();
    private final Deque<ChatMessage> history = new ArrayDeque<>();
    private boolean open = true;
    private long sequence;
    private long forgotten;

    Room(String name, String topic, Clock clock) {
        this.name = name;
        this.topic = topic;
        this.clock = clock;
        // Numbers start at the time of day: they rise over a restart of the server, which clients that come back outlive.
        this.sequence = clock.millis();
    }

    synchronized RoomStatus enter(String connectionId, String user) {
        userByConnection.put(connectionId, user);
        return changed();
    }

    synchronized RoomStatus leave(String connectionId) {
        userByConnection.remove(connectionId);
        return changed();
    }

    synchronized RoomStatus open(boolean whether) {
        open = whether;
        return changed();
    }

    synchronized boolean has(String user) {
        return userByConnection.containsValue(user);
    }

    synchronized ChatMessage say(String user, String text) {
        if (!has(user)) {
            throw new HubException("Join the room first.");
        }
        if (!open) {
            throw new HubException("The room is closed.");
        }
        ChatMessage message = new ChatMessage(++sequence, name, user, text, clock.instant());
        history.addLast(message);
        if (history.size() > HISTORY) {
            forgotten = history.removeFirst().id();
        }
        return message;
    }

    synchronized RoomHistory history(long lastSeen) {
        List<ChatMessage> unseen = history.stream().filter(message -> message.id() > lastSeen).toList();
        return new RoomHistory(name, unseen, lastSeen > 0 && lastSeen < forgotten);
    }

    synchronized RoomStatus status() {
        return new RoomStatus(name, topic, open, userByConnection.values().stream().distinct().sorted().toList(), sequence);
    }

    private RoomStatus changed() {
        sequence++;
        return status();
    }
}
