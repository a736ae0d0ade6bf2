package dev.hubcast.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.hubcast.connection.HubHandler.Entry;
import dev.hubcast.protocol.HubMessage;
import dev.hubcast.protocol.HubMessage.Invocation;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same user is in the same group of two tenants; whatever an audience names, those of one tenant alone are found. */
class TenantsTest {

    private static final HubMessage SAID = Invocation.of("said", List.of());
    private static final String HEARD = "{\"type\":1,\"target\":\"said\",\"arguments\":[]}";

    private final TestHub test = TestHub.withTenants();
    private final Peer ofAcme = enter("acme", "team");
    private final Peer ofBird = enter("bird", "team");

    @AfterEach
    void close() {
        test.close();
    }

    private Peer enter(String tenant, String... groups) {
        test.code.entry(new Entry("ada", tenant, Set.of(groups), null));
        return test.peer().connect();
    }

    private void assertOnlyAcmeHears() {
        test.hub.deliver(Audience.all().forTenant("bird"), Invocation.of("over", List.of()));
        ofBird.heardExactly("{\"type\":1,\"target\":\"over\",\"arguments\":[]}");
        ofAcme.heardExactly(HEARD);
    }

    static Stream<Audience> audiences() {
        return Stream.of(Audience.all(), Audience.groups(List.of("team")), Audience.groups(List.of("team", "other")),
                Audience.users(List.of("ada")), Audience.users(List.of("ada", "eve")), Audience.allExcept(List.of("nobody")),
                Audience.group("team", List.of("nobody")), Audience.user("ada", List.of("nobody")));
    }

    @ParameterizedTest
    @MethodSource("audiences")
    void those_of_one_tenant_alone_hear(Audience audience) {
        test.hub.deliver(audience.forTenant("acme"), SAID);

        assertOnlyAcmeHears();
    }

    @Test
    void an_id_is_not_found_in_another_tenant() {
        Set<String> both = Set.of(ofAcme.connection().id(), ofBird.connection().id());
        test.hub.deliver(Audience.connections(both).forTenant("acme"), SAID);

        assertOnlyAcmeHears();
    }

    @Test
    void what_is_sent_later_keeps_its_tenant() {
        test.hub.prepare(Audience.all().forTenant("acme"), SAID).run();

        assertOnlyAcmeHears();
    }

    @ParameterizedTest
    @MethodSource("audiences")
    void without_a_tenant_nobody_is_found_and_the_sender_reads_why(Audience audience) {
        assertThatIllegalStateException().isThrownBy(() -> test.hub.deliver(audience, SAID))
                .withMessageContainingAll("not said for which tenant", "HubContext.tenant(…)");
        assertThatIllegalStateException().isThrownBy(() -> test.hub.prepare(audience, SAID)).withMessageContaining("which tenant");

        test.hub.deliver(Audience.all().forTenant("acme"), SAID);
        assertOnlyAcmeHears();
    }

    @Test
    void a_connection_of_another_tenant_is_taken_into_no_group() {
        test.hub.join("acme", ofBird.connection().id(), "new");
        test.hub.leave("acme", ofBird.connection().id(), "team");

        assertThat(ofBird.connection().groups()).containsExactly("team");
        assertThatIllegalStateException().isThrownBy(() -> test.hub.join(ofBird.connection().id(), "new"));
        assertThatIllegalStateException().isThrownBy(() -> test.hub.leave(ofBird.connection().id(), "team"));
    }

    @Test
    void a_tenant_that_nobody_is_of_is_no_error() {
        test.hub.deliver(Audience.all().forTenant("nobody's"), SAID);

        test.hub.deliver(Audience.all().forTenant("acme"), SAID);
        assertOnlyAcmeHears();
    }

    @Test
    void a_tenant_whose_last_connection_has_gone_takes_no_room() {
        assertThat(test.hub.connectionCount()).isEqualTo(2);
        assertThat(test.hub.groupCount()).isEqualTo(2);

        ofBird.vanishes();

        assertThat(test.hub.connectionCount()).isEqualTo(1);
        assertThat(test.hub.groupCount()).isEqualTo(1);
        test.hub.deliver(Audience.all().forTenant("bird"), SAID);
        Peer again = enter("bird");
        test.hub.deliver(Audience.all().forTenant("bird"), SAID);
        again.heardExactly(HEARD);
    }

    @Test
    void a_hub_without_tenants_is_told_none() {
        try (TestHub plain = new TestHub()) {
            assertThatIllegalStateException().isThrownBy(() -> plain.hub.deliver(Audience.all().forTenant("acme"), SAID))
                    .withMessageContaining("Add a bean that is a TenantResolver");
        }
    }
}
