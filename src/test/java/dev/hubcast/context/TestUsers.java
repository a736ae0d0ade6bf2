package dev.hubcast.context;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Map;
import java.util.Set;

/** Who may log in to the tests' applications: everybody's password is the name. */
@ApplicationScoped
@BasicAuthenticationMechanismDefinition(realmName = "test")
public class TestUsers implements IdentityStore {

    private static final Map<String, Set<String>> GROUPS =
            Map.of("ada", Set.of("reader", "writer"), "eve", Set.of("reader"), "bob", Set.of());

    /** Called by the container for each log-in. */
    public CredentialValidationResult validate(UsernamePasswordCredential credential) {
        Set<String> groups = GROUPS.get(credential.getCaller());
        return groups != null && credential.compareTo(credential.getCaller(), credential.getCaller())
                ? new CredentialValidationResult(credential.getCaller(), groups)
                : CredentialValidationResult.INVALID_RESULT;
    }
}
