package dev.hubcast.queue;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.hubcast.EventQueues;
import dev.hubcast.transport.EventFrame;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * One queue: what waits, what was sent and not confirmed, and who reads. Event ids are consecutive, so that a message that is missing shows
 * by its id. Safe for use by any number of threads.
 */
final class EventQueue {

    private static final Logger LOG = System.getLogger(EventQueue.class.getName());
    private static final byte[] LAST = EventQueues.TERMINATE.getBytes(US_ASCII);
    private static final int LARGEST_WRITE = 64 * 1024;
    private static final int AROUND_DATA = 64;

    private final String name;
    private final long firstId;
    private final QueueOptions options;
    private final UnreadQueues unread;
    /** Older than all that {@link #waiting} holds. */
    private final Deque<QueuedMessage> sent = new ArrayDeque<>();
    private final Deque<QueuedMessage> waiting = new ArrayDeque<>();
    private long bytes;
    private long nextId;
    /** The latest id that any reader was sent. */
    private long read;
    /** What the reader is to be sent next; if that is not there any more, it misses something. */
    private long expected;
    private QueueReader reader;
    private boolean closed;
    private boolean gone;
    private boolean overflowed;

    /** What became of a message, or of a reader. */
    enum Outcome {
        /** It was taken. */
        TAKEN,
        /** The queue is closed: takes no message, or has no more for this reader. */
        CLOSED,
        /** The queue was forgotten; another one of its name may be made. */
        GONE
    }

    /**
     * What became of a reader.
     *
     * @param outcome whether it reads
     * @param before who read before, null for nobody
     */
    record Attached(Outcome outcome, QueueReader before) {}

    /**
     * What a reader is to be sent.
     *
     * @param events whole events, null for none
     * @param last whether nothing will follow
     */
    record Batch(byte[] events, boolean last) {

        static final Batch NOTHING = new Batch(null, false);
    }

    EventQueue(String name, long firstId, QueueOptions options, UnreadQueues unread) {
        this.name = name;
        this.firstId = firstId;
        this.nextId = firstId;
        this.expected = firstId;
        this.read = firstId - 1;
        this.options = options;
        this.unread = unread;
    }

    String name() {
        return name;
    }

    synchronized long lastId() {
        return nextId - 1;
    }

    /** Who reads, null for nobody. */
    synchronized QueueReader reader() {
        return reader;
    }

    synchronized Outcome add(List<byte[]> messages) {
        if (gone || closed) {
            return gone ? Outcome.GONE : Outcome.CLOSED;
        }
        messages.forEach(this::append);
        return Outcome.TAKEN;
    }

    private void append(byte[] data) {
        waiting.add(new QueuedMessage(nextId++, data, 0));
        bytes += data.length;
        while (sent.size() + waiting.size() > options.messageLimit() || bytes > options.sizeLimit() && sent.size() + waiting.size() > 1) {
            forgetOldest();
        }
    }

    private void forgetOldest() {
        QueuedMessage oldest = (sent.isEmpty() ? waiting : sent).poll();
        bytes -= oldest.data().length;
        if (oldest.id() > read && !overflowed) {
            overflowed = true;
            LOG.log(Level.WARNING, "{0} is full; messages that nobody has read are dropped", this);
        }
    }

    /** Takes no more messages but the last one. */
    synchronized void close() {
        if (!closed && !gone) {
            append(LAST);
            closed = true;
        }
    }

    /**
     * Lets somebody read, in place of whoever does, behind the event that they confirm. An id that was never sent confirms nothing: it is
     * another queue's, of the same name but another time, or made up.
     *
     * @param fresh the reader
     * @param lastEventId the confirmed id, less than any real one for none
     */
    synchronized Attached attach(QueueReader fresh, long lastEventId) {
        if (gone) {
            return new Attached(Outcome.GONE, null);
        }
        QueueReader before = reader;
        boolean known = lastEventId >= firstId && lastEventId <= read;
        if (known) {
            confirm(lastEventId);
        }
        if (closed && known && lastEventId == lastId()) {
            gone = true;
            return new Attached(Outcome.CLOSED, before);
        }
        while (!sent.isEmpty()) {
            waiting.addFirst(sent.pollLast());
        }
        expected = known ? lastEventId + 1 : Math.min(firstWaiting(), read + 1);
        reader = fresh;
        unread.remove(this);
        return new Attached(Outcome.TAKEN, before);
    }

    private void confirm(long id) {
        for (Deque<QueuedMessage> kept : List.of(sent, waiting)) {
            while (!kept.isEmpty() && kept.peek().id() <= id) {
                bytes -= kept.poll().data().length;
            }
        }
    }

    private long firstWaiting() {
        return waiting.isEmpty() ? nextId : waiting.peek().id();
    }

    /** Whoever reads does so no more; nothing happens if another one does already. */
    synchronized void detach(QueueReader leaving) {
        if (reader == leaving) {
            reader = null;
            if (!gone) {
                unread.add(this);
            }
        }
    }

    /** Hands over what waits, up to what a write is worth. */
    synchronized Batch take(QueueReader by, long now) {
        if (by != reader || waiting.isEmpty() && expected == nextId) {
            return Batch.NOTHING;
        }
        EventFrame events = new EventFrame(waiting.isEmpty() ? AROUND_DATA : waiting.peek().data().length + AROUND_DATA);
        tellGap(events);
        while (!waiting.isEmpty() && (events.size() == 0 || events.size() + waiting.peek().data().length <= LARGEST_WRITE)) {
            QueuedMessage next = waiting.poll();
            events.field("id", Long.toString(next.id())).data(List.of(next.data())).end();
            sent.add(next.sentAt(now));
            expected = next.id() + 1;
        }
        read = Math.max(read, expected - 1);
        return new Batch(events.bytes(), closed && waiting.isEmpty());
    }

    private void tellGap(EventFrame events) {
        long missing = firstWaiting() - expected;
        if (missing > 0) {
            expected += missing;
            events.field("id", Long.toString(expected - 1)).field("event", "gap")
                    .data(List.of(Long.toString(missing).getBytes(US_ASCII))).end();
        }
    }

    /** Forgets what was sent long ago. */
    synchronized void expire(long now) {
        while (!sent.isEmpty() && now - sent.peek().sentAt() > options.retention().toNanos()) {
            bytes -= sent.poll().data().length;
        }
    }

    /** Forgets all, unless somebody reads. Answers whether it did. */
    synchronized boolean discard() {
        if (gone || reader != null) {
            return false;
        }
        gone = true;
        if (lastId() > read) {
            LOG.log(Level.WARNING, "{0} is gone, with {1} messages that nobody has read", this, lastId() - read);
        }
        return true;
    }

    /** For the log, in which an id must not write lines of its own. */
    @Override
    public String toString() {
        return "Queue " + name.replaceAll("\\p{Cntrl}", "?");
    }
}
