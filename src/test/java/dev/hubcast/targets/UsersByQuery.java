package dev.hubcast.targets;

import dev.hubcast.HubRequest;
import dev.hubcast.UserIdentifierProvider;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Principal;

/** Names users by what their connection asked for. */
@ApplicationScoped
public class UsersByQuery implements UserIdentifierProvider {

    @Override
    public String userIdentifier(Principal user, HubRequest request) {
        String name = request.queryParameter("user");
        if ("nobody-knows".equals(name)) {
            throw new IllegalStateException("nobody knows this user");
        }
        return name;
    }
}
