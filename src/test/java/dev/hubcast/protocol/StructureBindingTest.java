package dev.hubcast.protocol;

import static dev.hubcast.protocol.Bound.assertRefused;
import static dev.hubcast.protocol.Bound.bind;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.protocol.Bound.TypeOf;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StructureBindingTest {

    record Point(int x, int y) {}

    @Test
    void lists_keep_order_nulls_and_strict_elements() {
        assertThat(bind(new TypeOf<List<Integer>>() {}, "[3, null ,1]")).isEqualTo(Arrays.asList(3, null, 1));
        assertThat(bind(new TypeOf<Collection<String>>() {}, "[\"a\"]")).isEqualTo(List.of("a"));
        assertThat(bind(new TypeOf<Iterable<Point>>() {}, "[{\"X\":1}]")).isEqualTo(List.of(new Point(1, 0)));
        assertThat(bind(new TypeOf<List<List<UUID>>>() {}, "[[],null]")).isEqualTo(Arrays.asList(List.of(), null));
        Stream.of("[\"1\"]", "[1.0]", "[2147483648]", "{}", "1", "\"\"").forEach(json ->
                assertRefused(new TypeOf<List<Integer>>() {}, json));
    }

    @Test
    void sets_drop_what_comes_twice_and_keep_the_order() {
        assertThat((Set<?>) bind(new TypeOf<Set<String>>() {}, "[\"b\",\"a\",\"b\"]")).asString().isEqualTo("[b, a]");
    }

    @Test
    void maps_by_text_keep_their_keys_as_they_are() {
        Map<String, LocalDate> expected = new LinkedHashMap<>();
        expected.put("b", LocalDate.of(2026, 1, 2));
        expected.put("B", null);

        Object map = bind(new TypeOf<Map<String, LocalDate>>() {}, "{\"b\":\"2026-01-02\",\"B\":null}");

        assertThat(map).isEqualTo(expected).asString().startsWith("{b=");
        assertRefused(new TypeOf<Map<String, LocalDate>>() {}, "{\"b\":1}");
        assertRefused(new TypeOf<Map<String, LocalDate>>() {}, "[]");
    }

    @Test
    void an_optional_is_empty_for_null() {
        assertThat(bind(new TypeOf<Optional<String>>() {}, "null")).isEqualTo(Optional.empty());
        assertThat(bind(new TypeOf<Optional<String>>() {}, "\"a\"")).isEqualTo(Optional.of("a"));
        assertThat(bind(new TypeOf<Optional<List<Integer>>>() {}, "[1]")).isEqualTo(Optional.of(List.of(1)));
        assertRefused(new TypeOf<Optional<Integer>>() {}, "\"1\"");
    }

    @Test
    void null_is_no_collection_but_a_null() {
        assertThat(bind(new TypeOf<List<String>>() {}, "null")).isNull();
        assertThat(bind(new TypeOf<Set<String>>() {}, "null")).isNull();
        assertThat(bind(new TypeOf<Map<String, String>>() {}, "null")).isNull();
        assertThat(bind(int[].class, "null")).isNull();
    }

    @Test
    void arrays_of_everything_are_read() {
        assertThat((int[]) bind(int[].class, "[1,2]")).containsExactly(1, 2);
        assertThat((int[][]) bind(int[][].class, "[[1],[],null]")).isDeepEqualTo(new int[][] {{1}, {}, null});
        assertThat((boolean[]) bind(boolean[].class, "[true]")).containsExactly(true);
        assertThat((Integer[]) bind(Integer[].class, "[1,null]")).containsExactly(1, null);
        assertThat((String[]) bind(String[].class, "[]")).isEmpty();
        assertThat((Point[]) bind(Point[].class, "[{\"y\":2}]")).containsExactly(new Point(0, 2));
        assertThat((byte[][]) bind(byte[][].class, "[\"AQI=\"]")).isDeepEqualTo(new byte[][] {{1, 2}});
        Stream.of("[null]", "[1.5]", "[1,\"2\"]", "{}", "1").forEach(json -> assertRefused(int[].class, json));
    }

    @Test
    void arrays_of_generic_types_are_read() {
        Object lists = bind(new TypeOf<List<String>[]>() {}, "[[\"a\"],[]]");

        assertThat((Object[]) lists).containsExactly(List.of("a"), List.of());
    }

    @Test
    void wildcards_are_read_as_their_bound() {
        assertThat(bind(new TypeOf<List<? extends Point>>() {}, "[{\"x\":1}]")).isEqualTo(List.of(new Point(1, 0)));
        assertThat((List<?>) bind(new TypeOf<List<?>>() {}, "[\"a\",null]")).asString().isEqualTo("[a, null]");
    }

    @Test
    void a_structure_that_does_not_end_is_refused() {
        Stream.of("[", "[1", "[1,", "[1,]", "[,1]", "[1}").forEach(json -> assertRefused(new TypeOf<List<Integer>>() {}, json));
        Stream.of("{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,}", "{\"a\":1]").forEach(json ->
                assertRefused(new TypeOf<Map<String, Integer>>() {}, json));
    }

    @Test
    void nesting_has_its_limit() {
        assertRefused(new TypeOf<List<Object>>() {}, "[".repeat(100_000));
        assertRefused(new TypeOf<Map<String, Object>>() {}, "{\"a\":".repeat(100_000));
    }
}
