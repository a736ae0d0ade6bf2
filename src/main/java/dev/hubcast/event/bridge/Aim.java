package dev.hubcast.event.bridge;

import dev.hubcast.connection.Audience;
import java.util.List;

/**
 * Whom the events of a class are for. Immutable.
 *
 * @param kind what the name names
 * @param name the name, null for all
 * @param except where an event says which connection does not hear it, null if it does not say
 */
record Aim(Kind kind, EventName name, Property except) {

    /** What a name names. */
    enum Kind { ALL, GROUP, USER }

    /** The audience of an event, null if the event does not name any. */
    Audience of(Object event) {
        String connection = except == null ? null : except.of(event);
        List<String> without = connection == null ? List.of() : List.of(connection);
        if (kind == Kind.ALL) {
            return Audience.allExcept(without);
        }
        String named = name.of(event);
        if (named == null) {
            return null;
        }
        return kind == Kind.GROUP ? Audience.group(named, without) : Audience.user(named, without);
    }
}
