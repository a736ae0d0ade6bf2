package dev.hubcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.json.Json;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TenantResolverTest {

    private static final Principal ADA = () -> "ada";

    /** As of a server: nobody can see the class. */
    private static final class Token implements Claims {

        @Override
        public String getName() {
            return "ada";
        }

        @Override
        @SuppressWarnings("unchecked") // as MicroProfile's
        public <T> T getClaim(String name) {
            return (T) switch (name) {
                case "tenant" -> "acme";
                case "json" -> Json.createValue("acme");
                case "number" -> 7;
                case "broken" -> throw new IllegalArgumentException("no such thing");
                default -> null;
            };
        }
    }

    /** As MicroProfile JWT's JsonWebToken. */
    public interface Claims extends Principal {

        <T> T getClaim(String name);
    }

    private record Request(Map<String, String> pathParameters, Map<String, List<String>> queryParameters,
            Map<String, List<String>> headers) implements HubRequest {

        @Override
        public String path() {
            return "/hubs/chat";
        }

        @Override
        public Map<String, String> cookies() {
            return Map.of();
        }

        @Override
        public String remoteAddress() {
            return "127.0.0.1";
        }
    }

    private static final Request EMPTY = new Request(Map.of(), Map.of(), Map.of());

    private static Request query(String tenant) {
        return new Request(Map.of(), Map.of("tenant", List.of(tenant)), Map.of());
    }

    @Test
    void a_claim_is_read_from_the_principal_whatever_its_class() {
        assertThat(TenantResolver.claim("tenant").tenant(new Token(), EMPTY)).isEqualTo("acme");
        assertThat(TenantResolver.claim("json").tenant(new Token(), EMPTY)).isEqualTo("acme");
        assertThat(TenantResolver.claim("number").tenant(new Token(), EMPTY)).isEqualTo("7");
        assertThat(TenantResolver.claim("absent").tenant(new Token(), EMPTY)).isNull();
    }

    @Test
    void a_principal_without_claims_has_no_tenant() {
        assertThat(TenantResolver.claim("tenant").tenant(ADA, EMPTY)).isNull();
        assertThat(TenantResolver.claim("tenant").tenant(null, EMPTY)).isNull();
    }

    @Test
    void a_claim_that_cannot_be_read_is_no_answer() {
        assertThatIllegalStateException().isThrownBy(() -> TenantResolver.claim("broken").tenant(new Token(), EMPTY))
                .withRootCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_header_is_read_in_any_case() {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("X-Tenant", List.of("acme"));

        assertThat(TenantResolver.header("x-tenant").tenant(null, new Request(Map.of(), Map.of(), headers))).isEqualTo("acme");
        assertThat(TenantResolver.header("x-tenant").tenant(null, EMPTY)).isNull();
    }

    @Test
    void a_variable_of_the_path() {
        Request request = new Request(Map.of("tenant", "acme"), Map.of(), Map.of());

        assertThat(TenantResolver.pathParameter("tenant").tenant(null, request)).isEqualTo("acme");
        assertThat(TenantResolver.pathParameter("other").tenant(null, request)).isNull();
    }

    @Test
    void a_tenant_of_the_query_counts_only_for_those_who_belong_to_it() {
        TenantResolver tenants = TenantResolver.queryParameter("tenant", (user, tenant) -> (user.getName() + tenant).equals("adaacme"));

        assertThat(tenants.tenant(ADA, query("acme"))).isEqualTo("acme");
        assertThat(tenants.tenant(ADA, query("bird"))).isNull();
        assertThat(tenants.tenant(() -> "eve", query("acme"))).isNull();
        assertThat(tenants.tenant(ADA, EMPTY)).isNull();
    }

    @Test
    void nobody_belongs_to_no_checked_tenant_and_the_check_is_not_asked() {
        TenantResolver tenants = TenantResolver.header("X-Tenant").checked((user, tenant) -> {
            throw new AssertionError("asked for " + user + " and " + tenant);
        });

        assertThat(tenants.tenant(null, new Request(Map.of(), Map.of(), Map.of("X-Tenant", List.of("acme"))))).isNull();
        assertThat(tenants.tenant(ADA, EMPTY)).isNull();
        assertThat(tenants.tenant(ADA, new Request(Map.of(), Map.of(), Map.of("X-Tenant", List.of(""))))).isNull();
    }
}
