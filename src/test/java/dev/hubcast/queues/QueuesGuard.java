package dev.hubcast.queues;

import dev.hubcast.Join;
import dev.hubcast.JoinGuard;
import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets everybody read everything but what its name says. */
@ApplicationScoped
@DeclareRoles("writer")
public class QueuesGuard implements JoinGuard {

    @Override
    public boolean mayJoin(Join join) {
        String id = ((Join.Queue) join.target()).id();
        return switch (id) {
            case "of ada" -> "ada".equals(join.userName());
            case "of writers" -> join.isUserInRole("writer");
            case "with a key" -> "open sesame".equals(join.request().queryParameter("key"));
            case "broken" -> throw new IllegalStateException("The guard of queues is broken.");
            default -> true;
        };
    }
}
