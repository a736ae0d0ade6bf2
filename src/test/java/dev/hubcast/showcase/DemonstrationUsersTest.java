package dev.hubcast.showcase;

import static jakarta.security.enterprise.identitystore.CredentialValidationResult.Status.INVALID;
import static jakarta.security.enterprise.identitystore.CredentialValidationResult.Status.VALID;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemonstrationUsersTest {

    private final DemonstrationUsers users = new DemonstrationUsers();

    @ParameterizedTest
    @ValueSource(strings = {"ada", "grace", "linus", "mod"})
    void the_password_is_the_name(String user) {
        assertThat(users.validate(new UsernamePasswordCredential(user, user)).getStatus()).isEqualTo(VALID);
        assertThat(users.validate(new UsernamePasswordCredential(user, "guess")).getStatus()).isEqualTo(INVALID);
    }

    @Test
    void somebody_unknown_does_not_get_in_by_repeating_their_name() {
        assertThat(users.validate(new UsernamePasswordCredential("eve", "eve")).getStatus()).isEqualTo(INVALID);
    }

    @Test
    void only_mod_is_a_moderator() {
        assertThat(users.validate(new UsernamePasswordCredential("mod", "mod")).getCallerGroups()).containsExactly("moderator");
        assertThat(users.validate(new UsernamePasswordCredential("ada", "ada")).getCallerGroups()).isEmpty();
    }
}
