package dev.hubcast.queue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who reads a queue when the test says so. */
final class FakeReader implements QueueReader {

    static final long NO_ID = -1;

    private static final Pattern EVENT = Pattern.compile("id: (\\d+)\r\n(?:event: (\\S+)\r\n)?data: ([^\r]*)\r\n\r\n");

    private final EventQueue queue;
    private final List<String> heard = new ArrayList<>();
    private final List<Integer> writes = new ArrayList<>();
    private long lastId;
    private boolean ended;
    private boolean takenOver;

    private FakeReader(EventQueue queue, long lastEventId) {
        this.queue = queue;
        this.lastId = lastEventId;
    }

    /** Reads a queue from an event on, or from none. */
    static FakeReader of(EventQueue queue, long lastEventId) {
        FakeReader reader = new FakeReader(queue, lastEventId);
        EventQueue.Attached attached = queue.attach(reader, lastEventId);
        if (attached.outcome() != EventQueue.Outcome.TAKEN) {
            throw new AssertionError("Expected to read; seen: " + attached.outcome());
        }
        if (attached.before() != null) {
            attached.before().takenOver();
        }
        return reader;
    }

    /** Takes all that there is. */
    FakeReader reads() {
        while (readsOnce()) {
            // there may be more
        }
        return this;
    }

    /** Takes what leaves in one write; answers whether there was something. */
    boolean readsOnce() {
        EventQueue.Batch batch = queue.take(this, System.nanoTime());
        if (batch.events() == null) {
            return false;
        }
        writes.add(batch.events().length);
        ended = batch.last();
        Matcher events = EVENT.matcher(new String(batch.events(), StandardCharsets.UTF_8));
        int end = 0;
        while (events.find() && events.start() == end) {
            lastId = Long.parseLong(events.group(1));
            heard.add(events.group(2) == null ? events.group(3) : events.group(2) + " " + events.group(3));
            end = events.end();
        }
        if (end != events.regionEnd()) {
            throw new AssertionError("Expected events; seen: " + new String(batch.events(), StandardCharsets.UTF_8));
        }
        return true;
    }

    FakeReader leaves() {
        queue.detach(this);
        return this;
    }

    List<String> heard() {
        return heard;
    }

    List<Integer> writes() {
        return writes;
    }

    long lastId() {
        return lastId;
    }

    boolean ended() {
        return ended;
    }

    boolean isTakenOver() {
        return takenOver;
    }

    @Override
    public void wake() {
        // the test says when
    }

    @Override
    public void takenOver() {
        takenOver = true;
    }
}
