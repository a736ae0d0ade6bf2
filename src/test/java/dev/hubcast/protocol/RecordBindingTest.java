package dev.hubcast.protocol;

import static dev.hubcast.protocol.Bound.assertRefused;
import static dev.hubcast.protocol.Bound.bind;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordBindingTest {

    record Point(int x, int y) {}

    record Line(Point from, Point to, String colourName) {}

    record Node(String name, List<Node> children) {}

    record Everything(boolean a, byte b, short c, int d, long e, float f, double g, char h, String i, Optional<String> j, List<String> k) {}

    record TwoCases(int ab, int AB) {}

    record Empty() {}

    record Even(int value) {

        Even {
            if (value % 2 != 0) {
                throw new IllegalArgumentException("secret rule");
            }
        }
    }

    record Broken(int value) {

        Broken {
            if (value < 0) {
                throw new StackOverflowError();
            }
        }
    }

    private record Hidden(int x) {}

    @Test
    void a_record_is_made_of_its_components() {
        assertThat(bind(Point.class, "{\"x\":1,\"y\":2}")).isEqualTo(new Point(1, 2));
        assertThat(bind(Point.class, " { \"y\" : 2 , \"x\" : 1 } ")).isEqualTo(new Point(1, 2));
    }

    @Test
    void names_are_read_in_any_case() {
        assertThat(bind(Line.class, "{\"FROM\":{\"X\":1,\"Y\":2},\"To\":null,\"ColourName\":\"red\"}"))
                .isEqualTo(new Line(new Point(1, 2), null, "red"));
        assertThat(bind(Line.class, "{\"colourname\":\"red\"}")).isEqualTo(new Line(null, null, "red"));
    }

    @Test
    void a_name_in_its_own_case_goes_before_the_same_name_in_another() {
        assertThat(bind(TwoCases.class, "{\"AB\":2,\"ab\":1}")).isEqualTo(new TwoCases(1, 2));
    }

    @Test
    void names_that_nobody_knows_are_skipped() {
        assertThat(bind(Point.class, "{\"z\":{\"x\":[9,{}]},\"x\":1,\"$type\":\"java.io.File\",\"@class\":\"x\",\"y\":2,\"\":null}"))
                .isEqualTo(new Point(1, 2));
    }

    @Test
    void what_is_missing_has_its_default() {
        assertThat(bind(Everything.class, "{}"))
                .isEqualTo(new Everything(false, (byte) 0, (short) 0, 0, 0, 0, 0, '\0', null, Optional.empty(), null));
        assertThat(bind(Empty.class, "{\"a\":1}")).isEqualTo(new Empty());
    }

    @Test
    void of_a_name_that_comes_twice_the_last_counts() {
        assertThat(bind(Point.class, "{\"x\":1,\"y\":2,\"X\":3}")).isEqualTo(new Point(3, 2));
    }

    @Test
    void a_record_may_hold_itself() {
        assertThat(bind(Node.class, "{\"name\":\"a\",\"children\":[{\"name\":\"b\",\"children\":[]},null]}"))
                .isEqualTo(new Node("a", Arrays.asList(new Node("b", List.of()), null)));
    }

    @Test
    void nesting_has_its_limit() {
        String deep = "{\"children\":[".repeat(50_000);

        assertRefused(Node.class, deep);
        assertRefused(Node.class, deep + "]}".repeat(50_000));
    }

    @Test
    void a_constructor_that_refuses_the_values_is_a_wrong_type_and_keeps_its_reason_for_the_log() {
        assertThat(bind(Even.class, "{\"value\":2}")).isEqualTo(new Even(2));
        assertRefused(Even.class, "{\"value\":3}");
        assertThatThrownBy(() -> bind(Even.class, "{\"value\":3}")).hasRootCauseMessage("secret rule");
    }

    @Test
    void a_constructor_that_ends_in_an_error_is_a_wrong_type_too() {
        assertRefused(Broken.class, "{\"value\":-1}");
    }

    @Test
    void a_private_record_is_made() {
        assertThat(bind(Hidden.class, "{\"x\":1}")).isEqualTo(new Hidden(1));
    }

    @Test
    void null_is_no_record_but_a_null() {
        assertThat(bind(Point.class, "null")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[1,2]", "\"x\"", "1", "true", "{\"x\":null}", "{\"x\":\"1\"}", "{\"x\":1.0}", "{\"x\":{}}"})
    void what_does_not_fit_is_refused(String json) {
        assertRefused(Point.class, json);
    }

    @Test
    void ten_thousand_equal_names_cost_nothing() {
        String json = "{" + "\"x\":1,".repeat(10_000) + "\"y\":2}";

        assertThat(bind(Point.class, json)).isEqualTo(new Point(1, 2));
    }

    @Test
    void one_component_may_be_a_map_of_records() {
        record Plan(Map<String, Point> places) {}

        assertThat(bind(Plan.class, "{\"places\":{\"a\":{\"x\":1},\"A\":null}}"))
                .extracting("places").asString().isEqualTo("{a=Point[x=1, y=0], A=null}");
    }
}
