package dev.hubcast.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginPolicyTest {

    private final OriginPolicy ownOnly = new OriginPolicy(Set.of());
    private final OriginPolicy configured = new OriginPolicy(Set.of("https://www.example.com", "http://localhost:3000"));

    @Test
    void a_request_without_an_origin_comes_from_no_browser() {
        assertThat(ownOnly.admits(List.of(), "https", "example.com")).isTrue();
        assertThat(ownOnly.admits(List.of(), "https", null)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com,      https, example.com", "https://example.com,      https, example.com:443",
        "https://example.com,      https, Example.COM", "http://example.com,       http,  example.com:80",
        "http://example.com:8080,  http,  example.com:8080", "https://example.com:8443, https, EXAMPLE.com:8443",
        "http://example.com:443,   http,  example.com:443", "https://example.com:80,   https, example.com:80",
        "http://localhost,         http,  localhost", "http://127.0.0.1:8080,    http,  127.0.0.1:8080",
        "http://[::1]:8080,        http,  [::1]:8080", "https://[::1],            https, [::1]:443"})
    void the_applications_own_pages_may_connect(String origin, String scheme, String host) {
        assertThat(ownOnly.admits(List.of(origin), scheme, host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "*", "https://evil.org", "https://example.com.", "https://example.com:8443",
        "https://example.com:443",
        "https://example.com:80", "https://EXAMPLE.com", "HTTPS://example.com", "http://example.com", "wss://example.com", "example.com",
        "//example.com", "https://example.com/", "https://example.com.evil.org", "https://evil-example.com", "https://evilexample.com",
        "https://www.example.com", "https://example.com@evil.org", "https://evil.org@example.com", "https://evil.org/https://example.com",
        "https://example.com#evil.org", "https://example.com?evil.org", "https://example.com\\.evil.org",
        "https://example.com https://evil.org",
        "https://example.com, https://evil.org", "https://example.com%00.evil.org", "https://example.com\u0000", " https://example.com",
        "https://example.com ", "https://ex\u0430mple.com", "https://example", "https://", "file://", "data:", "https:example.com"})
    void every_other_page_is_refused(String origin) {
        assertThat(ownOnly.admits(List.of(origin), "https", "example.com")).isFalse();
        assertThat(configured.admits(List.of(origin), "https", "example.com")).isEqualTo(origin.equals("https://www.example.com"));
    }

    @Test
    void a_host_with_a_trailing_dot_is_another_host() {
        assertThat(ownOnly.admits(List.of("https://example.com"), "https", "example.com.")).isFalse();
    }

    @Test
    void without_a_host_no_page_is_the_applications_own() {
        assertThat(ownOnly.admits(List.of("https://example.com"), "https", null)).isFalse();
        assertThat(ownOnly.admits(List.of("https://null"), "https", null)).isFalse();
    }

    @Test
    void two_origins_are_refused_whatever_they_are() {
        assertThat(ownOnly.admits(List.of("https://example.com", "https://example.com"), "https", "example.com")).isFalse();
        assertThat(ownOnly.admits(List.of("https://example.com", "https://evil.org"), "https", "example.com")).isFalse();
        assertThat(configured.admits(List.of("https://www.example.com", "https://www.example.com"), "https", "example.com")).isFalse();
    }

    @Test
    void configured_pages_may_connect_whatever_the_host() {
        assertThat(configured.admits(List.of("https://www.example.com"), "http", "internal:8080")).isTrue();
        assertThat(configured.admits(List.of("http://localhost:3000"), "https", null)).isTrue();
        assertThat(configured.admits(List.of("https://example.com"), "https", "example.com")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://www.example.com", "https://www.example.com.", "https://www.example.com:443", "https://WWW.example.com",
        "https://a.www.example.com", "https://www.example.com.evil.org", "http://localhost", "http://localhost:30000", "null"})
    void what_only_looks_like_a_configured_page_is_refused(String origin) {
        assertThat(configured.admits(List.of(origin), "https", "internal")).isFalse();
        assertThat(configured.isConfigured(origin)).isFalse();
    }

    @Test
    void only_configured_pages_are_told_that_they_may_read() {
        assertThat(configured.isConfigured("https://www.example.com")).isTrue();
        assertThat(configured.isConfigured("https://example.com")).isFalse();
    }
}
