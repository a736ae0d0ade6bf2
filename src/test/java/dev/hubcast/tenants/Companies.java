package dev.hubcast.tenants;

import dev.hubcast.TenantResolver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.security.Principal;
import java.util.Map;
import java.util.Set;

/** The application's tenants: by the path where it has one, else by the query, else by the caller's token. */
@ApplicationScoped
public class Companies {

    private static final Map<String, Set<String>> EMPLOYERS = Map.of("ada", Set.of("acme", "bird"), "eve", Set.of("bird"));

    @Produces
    @ApplicationScoped
    TenantResolver tenants() {
        TenantResolver path = TenantResolver.pathParameter("company").checked(Companies::employs);
        TenantResolver query = TenantResolver.queryParameter("tenant", Companies::employs);
        TenantResolver claim = TenantResolver.claim("tenant");
        return (user, request) -> {
            TenantResolver chosen = request.pathParameters().containsKey("company") ? path
                    : request.queryParameter("tenant") != null ? query : claim;
            return chosen.tenant(user, request);
        };
    }

    private static boolean employs(Principal user, String company) {
        return EMPLOYERS.getOrDefault(user.getName(), Set.of()).contains(company);
    }
}
