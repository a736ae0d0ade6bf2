package dev.hubcast.showcase;

import dev.hubcast.Join;
import dev.hubcast.JoinGuard;
import dev.hubcast.showcase.mail.Mailings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * Who may listen where.
 *
 * <p>The hubs named here add their callers to groups by code of their own, which has looked at who is asking. A queue or a mailing is for
 * whoever knows its id, which is a random one.
 */
@ApplicationScoped
public class Doors implements JoinGuard {

    private static final Set<String> HUBS = Set.of("chat", "sales");

    @Inject Mailings mailings;

    @Override
    public boolean mayJoin(Join join) {
        return join.target() instanceof Join.Queue || join.target() instanceof Join.Group group && isOpen(group);
    }

    private boolean isOpen(Join.Group group) {
        return HUBS.contains(group.hub()) || group.hub().equals("mailings") && mailings.isGroup(group.name());
    }
}
