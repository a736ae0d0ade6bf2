package dev.hubcast.dispatch;

import dev.hubcast.HubRequest;
import dev.hubcast.Join;
import dev.hubcast.TenantResolver;
import dev.hubcast.UserIdentifierProvider;
import dev.hubcast.connection.HubConnection;
import dev.hubcast.connection.HubHandler.Entry;
import dev.hubcast.security.ClientJoin;
import dev.hubcast.security.JoinPolicy;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.Principal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What the application says of a connection that comes in.
 *
 * @param users names its user
 * @param tenants names its tenant, null if the application has none
 * @param joins whether it may have the groups that it asks for
 */
public record EntryRules(UserIdentifierProvider users, TenantResolver tenants, JoinPolicy joins) {

    private static final Logger LOG = System.getLogger(EntryRules.class.getName());
    /** What a client chose goes to the log too, in which it must not write lines of its own. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /** To be called as hub code is. */
    Entry entry(HubConnection connection, HubModel model) {
        Principal user = connection.identity().principal();
        HubRequest request = connection.request();
        String identifier = answer("UserIdentifierProvider", () -> users.userIdentifier(user, request));
        String tenant = tenants == null ? null : answer("TenantResolver", () -> tenants.tenant(user, request));
        if (tenants != null && (tenant == null || tenant.isEmpty())) {
            LOG.log(Level.INFO, "{0}: refused, because it belongs to no tenant", connection);
            return Entry.refused("The connection belongs to no tenant.");
        }
        Set<String> groups = groups(request, model.groupParameter());
        for (String group : groups) {
            if (group.isEmpty()) {
                return Entry.refused("A group has a name.");
            }
            if (!joins.admits(ClientJoin.of(new Join.Group(model.name(), group), connection.identity(), request, tenant))) {
                return Entry.refused("You may not join the group '" + CONTROL.matcher(group).replaceAll("?") + "'."
                        + (joins.hasGuard() ? "" : withoutGuard(connection)));
            }
        }
        return new Entry(identifier, tenant, groups, null);
    }

    private static Set<String> groups(HubRequest request, String parameter) {
        return parameter == null ? Set.of() : new LinkedHashSet<>(request.queryParameters().getOrDefault(parameter, List.of()));
    }

    private static String withoutGuard(HubConnection connection) {
        LOG.log(Level.INFO, "{0}: refused, because clients choose groups by the query, and no bean is a JoinGuard that could let them. Add"
                + " one", connection);
        return " The application has no JoinGuard.";
    }

    private static String answer(String bean, Supplier<String> answer) {
        try {
            return answer.get();
        } catch (RuntimeException e) {
            throw new IllegalStateException("the " + bean + " failed", e);
        }
    }
}
