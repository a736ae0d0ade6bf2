package dev.hubcast.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerIdentityTest {

    @Test
    void a_caller_with_a_principal_is_authenticated_and_has_its_name() {
        CallerIdentity ada = new CallerIdentity(() -> "ada", Set.of(), Set.of());

        assertThat(ada.authenticated()).isTrue();
        assertThat(ada.name()).isEqualTo("ada");
    }

    @Test
    void a_caller_without_a_principal_has_no_name() {
        CallerIdentity nobody = new CallerIdentity(null, Set.of(), Set.of());

        assertThat(nobody.authenticated()).isFalse();
        assertThat(nobody.name()).isNull();
    }

    @Test
    void a_role_that_nobody_declared_is_a_mistake_and_no_silent_false() {
        CallerIdentity ada = new CallerIdentity(() -> "ada", Set.of("editor"), Set.of("editor", "admin"));

        assertThat(ada.isInRole("editor")).isTrue();
        assertThat(ada.isInRole("admin")).isFalse();
        assertThatThrownBy(() -> ada.isInRole("Admin"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The application declares no role 'Admin'. Name it in @RolesAllowed or @DeclareRoles of any bean, or in a"
                        + " security-role of web.xml.");
    }

    @Test
    void it_is_a_snapshot() {
        Set<String> roles = new HashSet<>(Set.of("editor"));
        CallerIdentity ada = new CallerIdentity(() -> "ada", roles, roles);

        roles.clear();

        assertThat(ada.isInRole("editor")).isTrue();
    }
}
