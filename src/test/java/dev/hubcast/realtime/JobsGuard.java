package dev.hubcast.realtime;

import dev.hubcast.Join;
import dev.hubcast.JoinGuard;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets everybody join everything but what its name says. */
@ApplicationScoped
public class JobsGuard implements JoinGuard {

    @Override
    public boolean mayJoin(Join join) {
        return join.target() instanceof Join.Group group && switch (group.name()) {
            case "of jobs" -> group.hub().equals("jobs");
            case "of ada" -> "ada".equals(join.userName());
            case "broken" -> throw new IllegalStateException("The guard of jobs is broken.");
            default -> true;
        };
    }
}
