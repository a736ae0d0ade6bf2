package dev.hubcast.showcase;

import static jakarta.security.enterprise.identitystore.CredentialValidationResult.INVALID_RESULT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Map;
import java.util.Set;

/** Users for a demonstration, and for nothing else: the log-in page tells their passwords. */
@ApplicationScoped
public class DemonstrationUsers implements IdentityStore {

    private static final Map<String, Set<String>> GROUPS_BY_USER =
            Map.of("ada", Set.of(), "grace", Set.of(), "linus", Set.of(), "mod", Set.of("moderator"));

    /** Knows each user by a password that is their name. */
    public CredentialValidationResult validate(UsernamePasswordCredential credential) {
        String user = credential.getCaller();
        boolean known = GROUPS_BY_USER.containsKey(user) && credential.compareTo(user, user);
        return known ? new CredentialValidationResult(user, GROUPS_BY_USER.get(user)) : INVALID_RESULT;
    }
}
