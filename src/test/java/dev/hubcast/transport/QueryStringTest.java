package dev.hubcast.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryStringTest {

    @Test
    void without_a_query_there_is_nothing() {
        assertThat(new QueryString(null).withoutSecrets()).isEmpty();
        assertThat(new QueryString("").withoutSecrets()).isEmpty();
        assertThat(new QueryString("&&=&=x&").withoutSecrets()).isEmpty();
        assertThat(new QueryString(null).first("id")).isNull();
    }

    @Test
    void names_and_values_are_decoded() {
        assertThat(new QueryString("a=1&b+c=d%20e+f&%C3%A9=%F0%9F%98%80&flag&empty=&x=y=z").withoutSecrets())
                .containsEntry("a", List.of("1"))
                .containsEntry("b c", List.of("d e f"))
                .containsEntry("é", List.of("😀"))
                .containsEntry("flag", List.of(""))
                .containsEntry("empty", List.of(""))
                .containsEntry("x", List.of("y=z"))
                .hasSize(6);
    }

    @Test
    void several_values_keep_their_order() {
        QueryString query = new QueryString("b=2&a=1&b=1");

        assertThat(query.withoutSecrets().keySet()).containsExactly("b", "a");
        assertThat(query.withoutSecrets()).containsEntry("b", List.of("2", "1"));
        assertThat(query.first("b")).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource({"negotiateVersion=1", "NegotiateVersion=1", "negotiateversion=1", "x=2&NEGOTIATEVERSION=1", "negotiate%56ersion=1"})
    void names_are_found_in_any_case(String raw) {
        assertThat(new QueryString(raw).first("negotiateVersion")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%2", "%zz", "a=%", "a=b&c=%4", "%-1=x", "a=%e2%"})
    void a_bad_encoding_is_refused(String raw) {
        assertThatThrownBy(() -> new QueryString(raw)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void secrets_are_found_but_not_shown() {
        QueryString query = new QueryString("id=token&room=java&access_token=jwt&Access_Token=jwt2&%69d=t2&ID=t3&idx=1");

        assertThat(query.first("id")).isEqualTo("token");
        assertThat(query.first("access_token")).isEqualTo("jwt");
        assertThat(query.withoutSecrets().keySet()).containsExactly("room", "idx");
    }
}
