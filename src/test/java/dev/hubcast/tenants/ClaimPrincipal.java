package dev.hubcast.tenants;

import jakarta.security.enterprise.CallerPrincipal;

/** A caller whose token says more than a name, as one of MicroProfile JWT does. */
public class ClaimPrincipal extends CallerPrincipal {

    private static final long serialVersionUID = 1L;

    private final String tenant;

    public ClaimPrincipal(String name, String tenant) {
        super(name);
        this.tenant = tenant;
    }

    public Object getClaim(String name) {
        return name.equals("tenant") ? tenant : null;
    }
}
