package dev.hubcast.connection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Which connections were opened within which HTTP session, so that they end with it: who logs out has no connection left (Jakarta WebSocket
 * 2.1, section 7.2). Sessions are known by their ids alone. Safe for use by any number of threads.
 *
 * <p>Servers tell of a session's end while requests still take it for valid. So an end is remembered for as long as a request may look at
 * its session, and who comes in meanwhile is sent away. Of a new id they tell when it is in force, so who comes in looks at it twice.
 */
public final class HttpSessions {

    private static final long MEMORY = TimeUnit.MINUTES.toNanos(1);

    private final LongSupplier nanoTime;
    private final Map<String, Set<Tie>> ties = new HashMap<>();
    private final Map<String, Long> ended = new HashMap<>();

    /** No sessions. */
    public HttpSessions() {
        this(System::nanoTime);
    }

    HttpSessions(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Ties what a request opens to the session of that request.
     *
     * @param session looks up the id that the session has now, null if there is none
     * @return to be given the connection, or given up
     */
    public Tie tie(Supplier<String> session) {
        Tie tie = new Tie();
        String known = null;
        for (String id = session.get(); !Objects.equals(id, known); id = session.get()) {
            enter(tie, id);
            known = id;
        }
        return tie;
    }

    private synchronized void enter(Tie tie, String id) {
        remove(tie);
        if (id == null || ended.containsKey(id)) {
            tie.isCut = true;
        } else {
            tie.session = id;
            ties.computeIfAbsent(id, any -> new HashSet<>()).add(tie);
        }
    }

    private synchronized void remove(Tie tie) {
        if (tie.session != null) {
            ties.computeIfPresent(tie.session, (id, others) -> others.remove(tie) && others.isEmpty() ? null : others);
            tie.session = null;
        }
    }

    /**
     * A session begins, perhaps with the id of one that has ended.
     *
     * @param id its id
     */
    public synchronized void begun(String id) {
        ended.remove(id);
    }

    /**
     * A session has another id, as after a log-in.
     *
     * @param before the id that it had
     * @param now the id that it has
     */
    public void changed(String before, String now) {
        if (move(before, now)) {
            ended(now);
        }
    }

    /** Answers whether the session has ended under its new id already. */
    private synchronized boolean move(String before, String now) {
        Set<Tie> moved = ties.remove(before);
        if (moved != null) {
            moved.forEach(tie -> tie.session = now);
            ties.computeIfAbsent(now, any -> new HashSet<>()).addAll(moved);
        }
        return ended.containsKey(now);
    }

    /**
     * A session ends, and so do the connections that were opened within it.
     *
     * @param id its id
     */
    public void ended(String id) {
        cut(id).forEach(connection -> connection.end(Ending.sessionEnded()));
    }

    private synchronized List<HubConnection> cut(String id) {
        ended.put(id, nanoTime.getAsLong());
        Set<Tie> those = ties.remove(id);
        if (those == null) {
            return List.of();
        }
        those.forEach(tie -> {
            tie.session = null;
            tie.isCut = true;
        });
        return those.stream().map(tie -> tie.connection).filter(Objects::nonNull).toList();
    }

    /** Forgets ends of which every request must have heard; the clock calls it once a second. */
    public synchronized void forget() {
        long now = nanoTime.getAsLong();
        ended.values().removeIf(at -> now - at > MEMORY);
    }

    /**
     * How many connections, open or about to be, are to end with their sessions.
     *
     * @return the number
     */
    public synchronized int count() {
        return ties.values().stream().mapToInt(Set::size).sum();
    }

    /** How many ends are remembered. */
    synchronized int remembered() {
        return ended.size();
    }

    /** What ties a connection to a session; to none, if its request had none. */
    public final class Tie {

        /** Guarded by the sessions' monitor, like the others; null if there is none or it has ended. */
        private String session;
        private boolean isCut;
        private HubConnection connection;

        private Tie() {}

        /**
         * The connection has come about: it ends with the session, or now if that has ended meanwhile.
         *
         * @param opened the connection, which has not heard anything of its client yet
         */
        public void hold(HubConnection opened) {
            boolean late;
            synchronized (HttpSessions.this) {
                if (session == null && !isCut) {
                    return;
                }
                connection = opened;
                late = isCut;
            }
            if (late) {
                opened.end(Ending.sessionEnded());
            } else {
                opened.aborted().thenRun(() -> remove(this));
            }
        }

        /** No connection comes about; one that does after all ends at once. */
        public void giveUp() {
            synchronized (HttpSessions.this) {
                if (session != null && connection == null) {
                    remove(this);
                    isCut = true;
                }
            }
        }
    }
}
