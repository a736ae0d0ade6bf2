package dev.hubcast.jsclient;

import dev.hubcast.Join;
import dev.hubcast.JoinGuard;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps everybody out of one group. */
@ApplicationScoped
public class NoSecrets implements JoinGuard {

    @Override
    public boolean mayJoin(Join join) {
        return !(join.target() instanceof Join.Group group && group.name().equals("secret"));
    }
}
