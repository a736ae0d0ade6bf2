package dev.hubcast.connection;

import java.util.Collection;
import java.util.Set;

/** Whom a message is for, in words that another node would understand too. Immutable. */
public sealed interface Audience {

    /**
     * Every connection of the hub.
     *
     * @param except ids of those that do not hear it
     */
    record All(Set<String> except) implements Audience {

        public All {
            except = Set.copyOf(except);
        }
    }

    /**
     * Connections by id.
     *
     * @param ids the ids
     */
    record Connections(Set<String> ids) implements Audience {

        public Connections {
            ids = Set.copyOf(ids);
        }
    }

    /**
     * The members of groups.
     *
     * @param names the groups' names
     * @param except ids of those that do not hear it
     */
    record Groups(Set<String> names, Set<String> except) implements Audience {

        public Groups {
            names = Set.copyOf(names);
            except = Set.copyOf(except);
        }
    }

    /**
     * The connections of users.
     *
     * @param identifiers the user identifiers
     * @param except ids of those that do not hear it
     */
    record Users(Set<String> identifiers, Set<String> except) implements Audience {

        public Users {
            identifiers = Set.copyOf(identifiers);
            except = Set.copyOf(except);
        }
    }

    /**
     * Those of an audience that belong to a tenant.
     *
     * @param tenant the tenant
     * @param within the audience without it
     */
    record InTenant(String tenant, Audience within) implements Audience {

        public InTenant {
            if (within instanceof InTenant) {
                throw new IllegalArgumentException("An audience belongs to one tenant.");
            }
        }
    }

    /**
     * The audience without a tenant.
     *
     * @return the same, if it names none
     */
    default Audience within() {
        return this;
    }

    /**
     * Those who belong to a tenant.
     *
     * @param tenant the tenant, null for none
     * @return the audience; the same for no tenant
     */
    default Audience forTenant(String tenant) {
        return tenant == null ? this : new InTenant(tenant, this);
    }

    /**
     * Every connection.
     *
     * @return the audience
     */
    static Audience all() {
        return new All(Set.of());
    }

    /**
     * Every connection but some.
     *
     * @param ids those that do not hear it
     * @return the audience
     */
    static Audience allExcept(Collection<String> ids) {
        return new All(Set.copyOf(ids));
    }

    /**
     * Some connections.
     *
     * @param ids their ids
     * @return the audience
     */
    static Audience connections(Collection<String> ids) {
        return new Connections(Set.copyOf(ids));
    }

    /**
     * One connection.
     *
     * @param id its id
     * @return the audience
     */
    static Audience connection(String id) {
        return new Connections(Set.of(id));
    }

    /**
     * The members of groups.
     *
     * @param names the groups
     * @return the audience
     */
    static Audience groups(Collection<String> names) {
        return new Groups(Set.copyOf(names), Set.of());
    }

    /**
     * The members of a group but some.
     *
     * @param name the group
     * @param except those that do not hear it
     * @return the audience
     */
    static Audience group(String name, Collection<String> except) {
        return new Groups(Set.of(name), Set.copyOf(except));
    }

    /**
     * The connections of users.
     *
     * @param identifiers the users
     * @return the audience
     */
    static Audience users(Collection<String> identifiers) {
        return new Users(Set.copyOf(identifiers), Set.of());
    }

    /**
     * The connections of a user but some.
     *
     * @param identifier the user
     * @param except those that do not hear it
     * @return the audience
     */
    static Audience user(String identifier, Collection<String> except) {
        return new Users(Set.of(identifier), Set.copyOf(except));
    }
}
