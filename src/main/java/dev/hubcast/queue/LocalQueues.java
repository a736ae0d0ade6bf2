package dev.hubcast.queue;

import dev.hubcast.EventQueues;
import dev.hubcast.protocol.JsonMapping;
import dev.hubcast.queue.EventQueue.Outcome;
import dev.hubcast.transport.ClientRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** The event queues of this node. */
public final class LocalQueues implements EventQueues {

    private static final long NO_ID = -1;

    private final QueueOptions options;
    private final JsonMapping json;
    private final Map<String, EventQueue> byName = new ConcurrentHashMap<>();
    private final UnreadQueues unread;
    private final Set<QueueListener> listeners = ConcurrentHashMap.newKeySet();
    /**
     * No id that any queue has given is greater. Ids begin with the time, in microseconds, so that a listener that comes back after a restart
     * to a queue of the same name does not confirm what it has never seen.
     */
    private final AtomicLong greatestId = new AtomicLong();
    private volatile boolean closed;

    /**
     * No queues yet.
     *
     * @param options their limits and times
     * @param json writes messages that are no text
     */
    public LocalQueues(QueueOptions options, JsonMapping json) {
        this(options, json, System::nanoTime);
    }

    LocalQueues(QueueOptions options, JsonMapping json, LongSupplier nanoTime) {
        this.options = options;
        this.json = json;
        this.unread = new UnreadQueues(options, nanoTime);
    }

    @Override
    public boolean open(Object queueId) {
        String name = nameOf(queueId);
        return !closed && make(name);
    }

    /** Answers whether there was no queue of the name. */
    private boolean make(String name) {
        EventQueue fresh = new EventQueue(name, nextFirstId(), options, unread);
        if (byName.putIfAbsent(name, fresh) != null) {
            return false;
        }
        unread.add(fresh);
        forgetUnread();
        return true;
    }

    private long nextFirstId() {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        return greatestId.accumulateAndGet(now, (greatest, time) -> Math.max(greatest + 1, time));
    }

    @Override
    public boolean enqueue(Object queueId, Object message) {
        return add(nameOf(queueId), List.of(bytes(message)));
    }

    @Override
    public boolean enqueueAll(Object queueId, Iterable<?> messages) {
        return add(nameOf(queueId), allBytes(messages));
    }

    @Override
    public void enqueueAll(Iterable<?> messages) {
        List<byte[]> all = allBytes(messages);
        byName.values().forEach(queue -> {
            queue.add(all);
            wakeReader(queue);
        });
    }

    private boolean add(String name, List<byte[]> messages) {
        while (!closed) {
            EventQueue queue = byName.get(name);
            if (queue == null) {
                make(name);
                continue;
            }
            Outcome outcome = queue.add(messages);
            if (outcome != Outcome.GONE) {
                wakeReader(queue);
                return outcome == Outcome.TAKEN;
            }
            forget(queue);
        }
        return false;
    }

    private static void wakeReader(EventQueue queue) {
        QueueReader reader = queue.reader();
        if (reader != null) {
            reader.wake();
        }
    }

    @Override
    public void close(Object queueId) {
        EventQueue queue = byName.get(nameOf(queueId));
        if (queue != null) {
            queue.close();
            wakeReader(queue);
        }
    }

    @Override
    public void stream(Object queueId, HttpServletRequest request, HttpServletResponse response) throws IOException {
        EventQueue queue = byName.get(nameOf(queueId));
        if (response.isCommitted()) {
            throw new IllegalStateException("The response is written already, so it cannot become a stream of events.");
        }
        QueueListener listener = queue == null ? null : new QueueListener(queue, options, this::left);
        Outcome outcome = queue == null ? Outcome.GONE : attach(listener, queue, request.getHeader("Last-Event-ID"));
        switch (outcome) {
            case TAKEN -> open(listener, request);
            case CLOSED -> {
                forget(queue);
                new ClientRequest(request, response).answer(HttpServletResponse.SC_NO_CONTENT, "");
            }
            case GONE -> new ClientRequest(request, response).answer(HttpServletResponse.SC_NOT_FOUND, "There is no such queue");
        }
    }

    private static Outcome attach(QueueListener listener, EventQueue queue, String lastEventId) {
        EventQueue.Attached attached = queue.attach(listener, idOf(lastEventId));
        if (attached.before() != null) {
            attached.before().takenOver();
        }
        return attached.outcome();
    }

    private void open(QueueListener listener, HttpServletRequest request) throws IOException {
        listeners.add(listener);
        try {
            listener.open(request);
        } catch (IOException | RuntimeException e) {
            listener.abort();
            throw e;
        }
        if (closed) {
            listener.end();
        }
    }

    private void left(QueueListener listener) {
        listeners.remove(listener);
        forgetUnread();
        if (closed) {
            synchronized (listeners) {
                listeners.notifyAll();
            }
        }
    }

    /** Looks at the times of all queues; the clock calls it once a second. */
    public void tick() {
        long now = System.nanoTime();
        listeners.forEach(listener -> listener.tick(now));
        forgetUnread();
    }

    private void forgetUnread() {
        unread.takeOverdue().stream().filter(EventQueue::discard).forEach(this::forget);
    }

    private void forget(EventQueue queue) {
        greatestId.accumulateAndGet(queue.lastId(), Math::max);
        byName.remove(queue.name(), queue);
    }

    /** Ends every stream, in order where its listener reads, and waits for that as long as the close timeout says. */
    public void close() {
        closed = true;
        listeners.forEach(QueueListener::end);
        long deadline = System.nanoTime() + options.closeTimeout().toNanos();
        try {
            synchronized (listeners) {
                for (long left = deadline - System.nanoTime(); !listeners.isEmpty() && left > 0; left = deadline - System.nanoTime()) {
                    listeners.wait(left / 1_000_000 + 1);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        listeners.forEach(QueueListener::abort);
        byName.clear();
    }

    private static String nameOf(Object queueId) {
        String name = queueId.toString();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("A queue has an id.");
        }
        return name;
    }

    private List<byte[]> allBytes(Iterable<?> messages) {
        List<byte[]> all = new ArrayList<>();
        messages.forEach(message -> all.add(bytes(message)));
        return all;
    }

    private byte[] bytes(Object message) {
        Objects.requireNonNull(message, "message");
        String text = message instanceof CharSequence ? message.toString() : json.toText(message);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > options.sizeLimit()) {
            throw new IllegalArgumentException("A message of " + bytes.length + " bytes is larger than a queue may be. Raise"
                    + " hubcast.queues.size-limit, or send less.");
        }
        return bytes;
    }

    private static long idOf(String lastEventId) {
        return lastEventId != null && lastEventId.matches("\\d{1,18}") ? Long.parseLong(lastEventId) : NO_ID;
    }
}
