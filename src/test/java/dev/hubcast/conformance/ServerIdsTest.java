package dev.hubcast.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

class ServerIdsTest {

    private final ServerIds ids = new ServerIds();

    @Test
    void an_id_is_filled_in_where_a_text_names_it() {
        ids.save("token", answer("connectionToken", "sEcr$t"), "connectionToken");

        assertThat(ids.fill("?id={token}&other={unknown}")).isEqualTo("?id=sEcr$t&other={unknown}");
    }

    @Test
    void an_id_is_taken_from_the_place_that_is_named() {
        ids.save("inner", Json.createObjectBuilder().add("a", answer("b", "found")).build(), "a.b");
        ids.save("absent", answer("a", "b"), "a.c.d");

        assertThat(ids.fill("{inner} {absent}")).isEqualTo("found {absent}");
    }

    @Test
    void a_long_id_is_hidden_wherever_it_stands_and_a_short_one_where_it_is_the_whole_text() {
        ids.save("long", answer("x", "0123456789"), "x");
        ids.save("short", answer("x", "7"), "x");

        assertThat(ids.hide(Json.createObjectBuilder()
                .add("7", Json.createArrayBuilder().add("7").add("17").add(7).add("not 0123456789.").add("0123456789"))
                .build()))
                .hasToString("{\"7\":[\"{short}\",\"17\",7,\"not {long}.\",\"{long}\"]}");
    }

    private static JsonObject answer(String property, String text) {
        return Json.createObjectBuilder().add(property, text).build();
    }
}
