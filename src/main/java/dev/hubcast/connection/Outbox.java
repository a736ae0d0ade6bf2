package dev.hubcast.connection;

import dev.hubcast.protocol.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What waits to be written to one client: any thread puts in, one write is in flight at a time, and whatever piled up meanwhile leaves
 * in the next one. A server's own queue has no bound (Payara, WildFly) or refuses a second send at a time (Tomcat), so none is used.
 *
 * <p>A send may be done before {@link Transport#send} returns, or after it on another thread. Whichever of the two comes second goes on
 * in the loop of {@link #write}; sending the next message from within the first one's callback would overflow the stack.
 */
final class Outbox {

    private enum Phase {
        /** Nobody writes. */
        IDLE,
        /** A thread chooses the next message. */
        CHOOSING,
        /** A message was handed over; neither has the call returned nor is the send done. */
        SENDING,
        /** One of the two has happened. */
        HALF_SENT
    }

    private static final int LARGEST_MESSAGE = 64 * 1024;
    private static final long BETWEEN_ITEMS_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final Transport transport;
    private final int limit;
    private final int worthWriting;
    private final Owner owner;
    private final Queue<Payload> waiting = new ConcurrentLinkedQueue<>();
    private final Queue<Runnable> whenLow = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waitingBytes = new AtomicInteger();
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.IDLE);
    private final AtomicReference<Burst> heldBackBy = new AtomicReference<>();
    private final AtomicBoolean drained = new AtomicBoolean();
    private volatile boolean onHold;
    private volatile boolean discarded;
    private volatile boolean finishing;
    private volatile long lastSent = System.nanoTime();

    /** Told, on any thread, what happens to the outbox. */
    interface Owner {

        void overflowed();

        void failed(Throwable failure);

        void drained();
    }

    Outbox(Transport transport, int limit, Owner owner) {
        this.transport = transport;
        this.limit = limit;
        this.worthWriting = Math.min(LARGEST_MESSAGE, limit / 2);
        this.owner = owner;
    }

    /**
     * Takes a record and writes it, at once or at the end of the thread's {@link Burst}, which waits for no more than one message is
     * worth. While less than the limit waits, a record is taken whatever its size: the first one may be large, behind the answer to the
     * handshake.
     */
    void offer(Payload record) {
        if (finishing || discarded) {
            return;
        }
        int before = waitingBytes.getAndAdd(record.size());
        if (before >= limit) {
            owner.overflowed();
            return;
        }
        take(record, before);
    }

    private void take(Payload record, int before) {
        waiting.add(record);
        if (before + record.size() >= worthWriting || !Burst.holdsBack(this)) {
            write();
        }
    }

    /**
     * Takes an item of one who has waited for {@link #whenLow}, whatever others have said meanwhile. Answers whether it waits for more of
     * them, because the last write has only just begun: then somebody must see to it that it is written soon.
     */
    boolean admit(Payload item, long now) {
        if (finishing || discarded) {
            return false;
        }
        int waits = waitingBytes.addAndGet(item.size());
        waiting.add(item);
        if (waits < worthWriting && now - lastSent < BETWEEN_ITEMS_NANOS) {
            return true;
        }
        write();
        return false;
    }

    /** From now on records are taken and nothing is written, unless the outbox finishes. */
    void hold() {
        onHold = true;
    }

    /** Writes what was taken meanwhile, at once or at the end of the thread's {@link Burst}. */
    void release() {
        onHold = false;
        if (!Burst.holdsBack(this)) {
            write();
        }
    }

    /** Takes the last record, whatever waits already, or none (null), and tells the owner when everything is written. */
    void finish(Payload last) {
        if (last != null) {
            waitingBytes.getAndAdd(last.size());
            waiting.add(last);
        }
        finishing = true;
        write();
    }

    /** Forgets what waits: the client is gone. */
    void discard() {
        discarded = true;
        waiting.clear();
        whenLow.clear();
    }

    /** Runs an action as soon as less waits than one message is worth: at once, or by the thread that has written enough. */
    void whenLow(Runnable action) {
        if (isLow()) {
            action.run();
        } else if (!discarded) {
            whenLow.add(action);
            tellLow(); // it may have become low meanwhile
        }
    }

    boolean isLow() {
        return waitingBytes.get() < worthWriting;
    }

    private void tellLow() {
        while (isLow()) {
            Runnable action = whenLow.poll();
            if (action == null) {
                return;
            }
            action.run();
        }
    }

    /** Writes what waits, unless a write is in flight, whose end takes it along, or the transport is not ready, which tells when it is. */
    void write() {
        while (phase.compareAndSet(Phase.IDLE, Phase.CHOOSING)) {
            boolean last = finishing; // read first: then the last record is there or was written
            boolean held = isHeld();
            List<Payload> message = held ? List.of() : nextMessage();
            if (message.isEmpty()) {
                if (last && !held) {
                    tellDrained(); // while nobody else can begin a send
                }
                phase.set(Phase.IDLE);
                if (isHeld() || waiting.isEmpty() && last == finishing) {
                    return;
                }
            } else if (!send(message)) {
                return;
            }
        }
    }

    /** Whether what waits has to wait until the outbox is released or the transport is ready. */
    private boolean isHeld() {
        return !waiting.isEmpty() && (onHold && !finishing || !transport.isReady());
    }

    private List<Payload> nextMessage() {
        Payload first = waiting.poll();
        if (first == null) {
            return List.of();
        }
        if (waiting.isEmpty()) {
            return List.of(first);
        }
        List<Payload> message = new ArrayList<>();
        message.add(first);
        int bytes = first.size();
        for (Payload next = waiting.peek(); fits(next, first, bytes); next = waiting.peek()) {
            if (waiting.poll() == null) {
                break; // discarded meanwhile
            }
            message.add(next);
            bytes += next.size();
        }
        return message;
    }

    private static boolean fits(Payload next, Payload first, int bytes) {
        return next != null && next.isText() == first.isText() && bytes + next.size() <= LARGEST_MESSAGE;
    }

    /** Answers whether the send is done, so that the caller goes on. */
    private boolean send(List<Payload> message) {
        int bytes = 0;
        for (Payload record : message) {
            bytes += record.size();
        }
        int size = bytes;
        lastSent = System.nanoTime();
        phase.set(Phase.SENDING);
        transport.send(message, failure -> sent(size, failure));
        if (phase.compareAndSet(Phase.SENDING, Phase.HALF_SENT)) {
            return false;
        }
        phase.set(Phase.IDLE);
        return true;
    }

    private void sent(int bytes, Throwable failure) {
        waitingBytes.getAndAdd(-bytes);
        if (failure != null) {
            discard();
            owner.failed(failure);
        }
        tellLow();
        if (!phase.compareAndSet(Phase.SENDING, Phase.HALF_SENT)) {
            phase.set(Phase.IDLE);
            write();
        }
    }

    private void tellDrained() {
        if (drained.compareAndSet(false, true)) {
            owner.drained();
        }
    }

    /** How long the write in flight has taken, in nanoseconds; 0 if there is none. */
    long stalledNanos(long now) {
        Phase at = phase.get();
        return at == Phase.SENDING || at == Phase.HALF_SENT ? now - lastSent : 0;
    }

    /** How long ago the last write began, in nanoseconds. */
    long silentNanos(long now) {
        return now - lastSent;
    }

    /** Bytes that wait or are in flight. */
    int waitingBytes() {
        return waitingBytes.get();
    }

    /** Whether the burst has to remember this outbox: not, if it does already. */
    boolean holdBackFor(Burst burst) {
        return heldBackBy.get() != burst && (heldBackBy.compareAndSet(null, burst) || heldBackBy.get() != burst);
    }

    /** The burst is over. */
    void letGo(Burst burst) {
        heldBackBy.compareAndSet(burst, null);
        write();
    }
}
