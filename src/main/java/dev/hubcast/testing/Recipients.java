package dev.hubcast.testing;

import dev.hubcast.connection.Audience;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in words whom a message is for. */
final class Recipients {

    private Recipients() {}

    static String describe(Audience audience) {
        if (audience instanceof Audience.InTenant some) {
            return describe(some.within()) + " of tenant " + some.tenant();
        }
        if (audience instanceof Audience.All all) {
            return "all" + except(all.except());
        }
        if (audience instanceof Audience.Connections some) {
            return named("client", some.ids());
        }
        if (audience instanceof Audience.Groups some) {
            return named("group", some.names()) + except(some.except());
        }
        Audience.Users some = (Audience.Users) audience;
        return named("user", some.identifiers()) + except(some.except());
    }

    private static String named(String what, Set<String> names) {
        return what + (names.size() == 1 ? " " : "s ") + list(names);
    }

    private static String except(Set<String> ids) {
        return ids.isEmpty() ? "" : " except " + list(ids);
    }

    private static String list(Set<String> names) {
        return names.stream().sorted().collect(Collectors.joining(", "));
    }
}
