package dev.hubcast.access;

import dev.hubcast.HubMethod;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;

/** What a hub inherits: its methods are for readers, unless they say something else. */
@RolesAllowed("reader")
public abstract class GuardedMethods {

    @HubMethod
    public String inheritedForReaders() {
        return "read";
    }

    @HubMethod
    @RolesAllowed("writer")
    public String inheritedForWriters() {
        return "wrote";
    }

    @HubMethod
    @PermitAll
    public String inheritedForAll() {
        return "all";
    }

    public String inheritedForNobody() {
        return "not callable";
    }
}
