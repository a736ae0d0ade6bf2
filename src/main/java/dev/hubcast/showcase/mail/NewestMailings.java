package dev.hubcast.showcase.mail;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The newest mailings, kept in memory; an application of your own would keep them in its database. Safe for use by any number of threads.
 */
final class NewestMailings {

    /** How many it remembers, which are more than can be under way. */
    static final int KEPT = 50;

    private final Map<String, Mailing> byId = new LinkedHashMap<>();

    /** Adds one, and forgets the oldest if there are too many. */
    synchronized void add(Mailing mailing) {
        byId.put(mailing.id(), mailing);
        if (byId.size() > KEPT) {
            byId.remove(byId.keySet().iterator().next());
        }
    }

    synchronized Optional<Mailing> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
