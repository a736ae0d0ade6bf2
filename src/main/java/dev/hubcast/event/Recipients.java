package dev.hubcast.event;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whom a {@link Broadcast} is for. Immutable; no part is null. Who belongs to a group or a user is looked up when the broadcast is sent.
 */
public sealed interface Recipients {

    /**
     * The same without some connections.
     *
     * @param connectionIds the ids of those that do not hear it
     * @return the recipients
     */
    Recipients except(Collection<String> connectionIds);

    /**
     * Every connection of the hub.
     *
     * @param without ids of those that do not hear it
     */
    record All(Set<String> without) implements Recipients {

        /** Copies the set. */
        public All {
            without = Set.copyOf(without);
        }

        @Override
        public Recipients except(Collection<String> connectionIds) {
            return new All(Set.copyOf(connectionIds));
        }
    }

    /**
     * The connections in any of some groups.
     *
     * @param groups the groups' names
     * @param without ids of those that do not hear it
     */
    record InGroups(Set<String> groups, Set<String> without) implements Recipients {

        /** Copies the sets. */
        public InGroups {
            groups = Set.copyOf(groups);
            without = Set.copyOf(without);
        }

        @Override
        public Recipients except(Collection<String> connectionIds) {
            return new InGroups(groups, Set.copyOf(connectionIds));
        }
    }

    /**
     * All connections of some users.
     *
     * @param users the user identifiers
     * @param without ids of those that do not hear it
     */
    record OfUsers(Set<String> users, Set<String> without) implements Recipients {

        /** Copies the sets. */
        public OfUsers {
            users = Set.copyOf(users);
            without = Set.copyOf(without);
        }

        @Override
        public Recipients except(Collection<String> connectionIds) {
            return new OfUsers(users, Set.copyOf(connectionIds));
        }
    }

    /**
     * Some connections.
     *
     * @param ids their ids
     */
    record Connections(Set<String> ids) implements Recipients {

        /** Copies the set. */
        public Connections {
            ids = Set.copyOf(ids);
        }

        @Override
        public Recipients except(Collection<String> connectionIds) {
            return new Connections(ids.stream().filter(id -> !connectionIds.contains(id)).collect(Collectors.toUnmodifiableSet()));
        }
    }
}
