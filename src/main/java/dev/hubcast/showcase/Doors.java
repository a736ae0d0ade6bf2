package dev.hubcast.showcase;

import dev.hubcast.Join;
import dev.hubcast.JoinGuard;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Who may listen where.
 *
 * <p>The hubs named here add their callers to groups by code of their own, which has looked at who is asking. A queue is for whoever knows
 * its id, which is a random one.
 */
@ApplicationScoped
public class Doors implements JoinGuard {

    private static final Set<String> HUBS = Set.of("chat", "sales");

    @Override
    public boolean mayJoin(Join join) {
        return join.target() instanceof Join.Queue
                || join.target() instanceof Join.Group group && HUBS.contains(group.hub());
    }
}
