package dev.hubcast.connection;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.BooleanSupplier;

/**
 * Sends many messages, in order and a few at a time, so that clients that read need no larger outbox for them. Clients that do not read
 * hold the others up for a while and no longer; then their outbox overflows.
 */
final class PacedSending {

    private static final Logger LOG = System.getLogger(PacedSending.class.getName());
    private static final int AT_A_TIME = 100;
    private static final long PAUSE_MILLIS = 10;
    private static final int MOST_PAUSES = 100;

    private final HubThreads threads;
    private final BooleanSupplier someAreBehind;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean sending;
    /** Belongs to whoever sends. */
    private int pauses;

    /** Takes what looks whether there are clients for whom much waits. */
    PacedSending(HubThreads threads, BooleanSupplier someAreBehind) {
        this.threads = threads;
        this.someAreBehind = someAreBehind;
    }

    /** The first are sent by the calling thread, unless others still wait; all others by workers. */
    void send(List<Runnable> prepared) {
        synchronized (waiting) {
            waiting.addAll(prepared);
            if (sending) {
                return;
            }
            sending = true;
        }
        sendSome();
    }

    private void sendSome() {
        List<Runnable> some = new ArrayList<>(AT_A_TIME);
        synchronized (waiting) {
            while (some.size() < AT_A_TIME && !waiting.isEmpty()) {
                some.add(waiting.poll());
            }
        }
        threads.sendTogether(() -> some.forEach(PacedSending::guarded));
        synchronized (waiting) {
            sending = !waiting.isEmpty();
            if (!sending) {
                return;
            }
        }
        threads.workers().execute(this::goOn);
    }

    private void goOn() {
        boolean behind = someAreBehind.getAsBoolean();
        pauses = behind ? pauses + 1 : 0;
        if (behind && pauses <= MOST_PAUSES) {
            threads.after(PAUSE_MILLIS, this::goOn);
        } else {
            sendSome();
        }
    }

    private static void guarded(Runnable send) {
        try {
            send.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "One of many messages is heard by nobody", e);
        }
    }
}
