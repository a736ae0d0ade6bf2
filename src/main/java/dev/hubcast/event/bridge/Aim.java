package dev.hubcast.event.bridge;

import dev.hubcast.connection.Audience;
import dev.hubcast.dispatch.HubSender;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom the events of a class are for. Immutable.
 *
 * @param kind what the name names
 * @param name the name, null for all
 * @param except where an event says which connection does not hear it, null if it does not say
 * @param tenant the name of the tenant within which it is heard, null if it is not said
 */
record Aim(Kind kind, EventName name, Property except, EventName tenant) {

    /** What a name names. */
    enum Kind { ALL, GROUP, USER }

    /**
     * The audience of an event, null if the event does not name any. Throws {@link IllegalStateException} if it names another tenant than
     * that of the call on this thread.
     */
    Audience of(Object event) {
        String connection = except == null ? null : except.of(event);
        return of(event, connection == null ? List.of() : List.of(connection));
    }

    /** The same but for some connections. */
    Audience of(Object event, Collection<String> without) {
        Audience audience = ofAnyTenant(event, without);
        if (audience == null || tenant == null) {
            return audience;
        }
        String named = tenant.of(event);
        return named == null ? null : HubSender.within(named, audience);
    }

    private Audience ofAnyTenant(Object event, Collection<String> without) {
        if (kind == Kind.ALL) {
            return Audience.allExcept(without);
        }
        String named = name.of(event);
        if (named == null) {
            return null;
        }
        return kind == Kind.GROUP ? Audience.group(named, without) : Audience.user(named, without);
    }

    /** The names, of which one may lack a value. */
    String names() {
        return Stream.of(name, tenant).filter(Objects::nonNull).map(EventName::toString).collect(Collectors.joining("' or '"));
    }
}
