package dev.hubcast.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessRuleTest {

    private static final CallerIdentity NOBODY = new CallerIdentity(null, Set.of(), Set.of("admin", "editor"));
    private static final CallerIdentity ADA = new CallerIdentity(() -> "ada", Set.of(), Set.of("admin", "editor"));
    private static final CallerIdentity EDITOR = new CallerIdentity(() -> "eve", Set.of("editor"), Set.of("admin", "editor"));

    @RolesAllowed("**")
    private static class Authenticated {}

    @RolesAllowed({"editor", "admin"})
    private static class Editors {}

    @RolesAllowed({"admin", "**"})
    private static class Either {}

    @RolesAllowed({})
    private static class NoRole {}

    @RolesAllowed("Editor")
    private static class OtherCase {}

    @PermitAll
    private static class Open {}

    @DenyAll
    private static class Closed {}

    private static class Unsaid {}

    @RolesAllowed("admin")
    @PermitAll
    private static class RolesAndOpen {}

    @RolesAllowed("admin")
    @DenyAll
    private static class RolesAndClosed {}

    @PermitAll
    @DenyAll
    private static class OpenAndClosed {}

    @Test
    void two_stars_stand_for_any_authenticated_caller() {
        AccessRule rule = rule(Authenticated.class);

        assertThat(rule.admits(NOBODY)).isFalse();
        assertThat(rule.admits(ADA)).isTrue();
        assertThat(rule.admits(EDITOR)).isTrue();
        assertThat(rule.namedRoles()).isEmpty();
    }

    @Test
    void one_of_the_roles_is_enough() {
        AccessRule rule = rule(Editors.class);

        assertThat(rule.admits(EDITOR)).isTrue();
        assertThat(rule.admits(ADA)).isFalse();
        assertThat(rule.admits(NOBODY)).isFalse();
        assertThat(rule.namedRoles()).containsExactlyInAnyOrder("admin", "editor");
    }

    @Test
    void two_stars_beside_a_role_still_stand_for_any_authenticated_caller() {
        AccessRule rule = rule(Either.class);

        assertThat(rule.admits(ADA)).isTrue();
        assertThat(rule.admits(NOBODY)).isFalse();
        assertThat(rule.namedRoles()).containsExactly("admin");
    }

    @Test
    void a_role_has_its_case() {
        assertThat(rule(OtherCase.class).admits(EDITOR)).isFalse();
    }

    @Test
    void permit_all_lets_everybody_in() {
        assertThat(rule(Open.class).admits(NOBODY)).isTrue();
        assertThat(AccessRule.everybody().admits(NOBODY)).isTrue();
        assertThat(rule(Open.class).namedRoles()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(classes = {Closed.class, NoRole.class})
    void deny_all_and_no_role_let_nobody_in(Class<?> annotated) {
        AccessRule rule = rule(annotated);

        assertThat(rule.admits(EDITOR)).isFalse();
        assertThat(rule.admits(ADA)).isFalse();
        assertThat(rule.admits(NOBODY)).isFalse();
        assertThat(rule.namedRoles()).isEmpty();
    }

    @Test
    void without_an_annotation_there_is_no_rule() {
        assertThat(AccessRule.of(Unsaid.class::getAnnotation)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(classes = {RolesAndOpen.class, RolesAndClosed.class, OpenAndClosed.class})
    void two_annotations_contradict_each_other(Class<?> annotated) {
        assertThatThrownBy(() -> AccessRule.of(annotated::getAnnotation))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("remove the others");
    }

    @Test
    void a_rule_says_in_words_whom_it_lets_in() {
        assertThat(rule(Open.class)).hasToString("everybody");
        assertThat(rule(Closed.class)).hasToString("nobody");
        assertThat(rule(Editors.class)).hasToString("admin, editor");
        assertThat(rule(Either.class)).hasToString("**, admin");
    }

    private static AccessRule rule(Class<?> annotated) {
        return AccessRule.of(annotated::getAnnotation).orElseThrow();
    }
}
