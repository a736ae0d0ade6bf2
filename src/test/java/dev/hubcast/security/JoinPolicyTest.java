package dev.hubcast.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubcast.Join;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class JoinPolicyTest {

    private static final Logger OF_FAILURES = Logger.getLogger(JoinPolicy.class.getName());

    private final Join join = ClientJoin.of(
            new Join.Queue("7"), new CallerIdentity(() -> "ada", Set.of("clerk"), Set.of("clerk", "chief")), null);

    @Test
    void without_a_guard_clients_choose_nothing_and_hub_code_everything() {
        JoinPolicy policy = JoinPolicy.of(null);

        assertThat(policy.admits(join)).isFalse();
        assertThat(policy.admitsFromHubCode(join)).isTrue();
    }

    @Test
    void the_guard_decides_for_both() {
        JoinPolicy clerks = JoinPolicy.of(asked -> asked.isUserInRole("clerk"));
        JoinPolicy chiefs = JoinPolicy.of(asked -> asked.isUserInRole("chief"));

        assertThat(clerks.admits(join)).isTrue();
        assertThat(clerks.admitsFromHubCode(join)).isTrue();
        assertThat(chiefs.admits(join)).isFalse();
        assertThat(chiefs.admitsFromHubCode(join)).isFalse();
    }

    @Test
    void a_guard_that_fails_in_whatever_way_has_refused() {
        OF_FAILURES.setLevel(Level.OFF); // on purpose
        JoinPolicy policy = JoinPolicy.of(asked -> {
            throw new AssertionError();
        });

        assertThat(policy.admits(join)).isFalse();
        assertThat(policy.admitsFromHubCode(join)).isFalse();
    }

    @Test
    void a_role_that_nobody_declared_is_a_mistake_and_not_an_answer() {
        assertThatThrownBy(() -> join.isUserInRole("boss")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_client_writes_no_lines_of_its_own_into_the_log() {
        Join sly = ClientJoin.of(new Join.Queue("7\nSEVERE: all is lost" + "x".repeat(1000)),
                new CallerIdentity(null, Set.of(), Set.of()), null);

        assertThat(sly.toString()).doesNotContain("\n").startsWith("Queue[id=7?SEVERE").endsWith("to somebody who is not logged in")
                .hasSizeLessThan(300);
    }
}
