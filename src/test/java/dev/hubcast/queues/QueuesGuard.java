package dev.hubcast.queues;

import dev.hubcast.Join;
import dev.hubcast.JoinGuard;
import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Lets everybody read everything, and join no group, but what its name says. */
@ApplicationScoped
@DeclareRoles("writer")
public class QueuesGuard implements JoinGuard {

    @Inject
    Membership membership;

    @Override
    public boolean mayJoin(Join join) {
        if (join.target() instanceof Join.Group group) {
            return group.equals(new Join.Group("rooms", "of ada")) && isAda(join);
        }
        String id = ((Join.Queue) join.target()).id();
        return switch (id) {
            case "of ada" -> isAda(join);
            case "of writers" -> join.isUserInRole("writer");
            case "with a key" -> "open sesame".equals(join.request().queryParameter("key"));
            case "broken" -> throw new IllegalStateException("The guard of queues is broken.");
            default -> true;
        };
    }

    /** By what the guard is told, and by the identity under which it is asked. */
    private boolean isAda(Join join) {
        return "ada".equals(join.userName()) && membership.isOf("ada");
    }
}
