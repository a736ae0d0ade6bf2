package dev.hubcast.broadcasts;

import dev.hubcast.HubRequest;
import dev.hubcast.UserIdentifierProvider;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Principal;

/** Names users by what their connection asked for. */
@ApplicationScoped
public class Watchers implements UserIdentifierProvider {

    @Override
    public String userIdentifier(Principal user, HubRequest request) {
        return request.queryParameter("user");
    }
}
