package dev.hubcast.protocol;

import static dev.hubcast.protocol.Bound.assertRefused;
import static dev.hubcast.protocol.Bound.bind;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.protocol.Bound.TypeOf;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.math.BigDecimal;
import java.time.OffsetTime;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Types that are left to Jakarta JSON Binding. */
class JsonBindingTest {

    public static class Person {

        public String name;
        public int age;
        private Person friend;

        public Person getFriend() {
            return friend;
        }

        public void setFriend(Person friend) {
            this.friend = friend;
        }
    }

    public record Renamed(@JsonbProperty("other-name") String name, int size) {

        @JsonbCreator
        public Renamed {
        }
    }

    public record Titled(@JsonbProperty("Title") String title, int pageCount) {}

    public record Page<T>(List<T> entries, int totalCount) {}

    public static class Made {

        private final String firstName;
        public int bornIn;

        @JsonbCreator
        public Made(@JsonbProperty("firstName") String firstName) {
            this.firstName = firstName;
        }
    }

    public record Adapted(@JsonbTypeAdapter(Doubling.class) Integer value) {

        @JsonbCreator
        public Adapted {
        }
    }

    public static class Doubling implements JsonbAdapter<Integer, Integer> {

        @Override
        public Integer adaptToJson(Integer value) {
            return value / 2;
        }

        @Override
        public Integer adaptFromJson(Integer json) {
            return json * 2;
        }
    }

    @Test
    void a_bean_is_read_with_names_in_any_case() {
        Person ada = (Person) bind(Person.class, " {\"NAME\":\"Ada\",\"age\":36,\"Friend\":{\"name\":\"Charles\"},\"more\":[]} ");

        assertThat(ada.name).isEqualTo("Ada");
        assertThat(ada.age).isEqualTo(36);
        assertThat(ada.getFriend().name).isEqualTo("Charles");
    }

    @Test
    void what_a_creator_takes_may_have_capitals_in_its_name_and_is_read_in_any_case() {
        assertThat(bind(Titled.class, "{\"Title\":\"Emma\",\"pageCount\":474}")).isEqualTo(new Titled("Emma", 474));
        assertThat(bind(Titled.class, "{\"title\":\"Emma\",\"PAGECOUNT\":474,\"more\":[{}]}")).isEqualTo(new Titled("Emma", 474));
        assertThat(bind(Titled.class, "{}")).isEqualTo(new Titled(null, 0));
        assertThat(bind(Titled.class, "null")).isNull();
        assertThat(bind(new TypeOf<Page<Titled>>() {}, "{\"Entries\":[{\"TITLE\":\"Emma\"}],\"totalCount\":1}"))
                .isEqualTo(new Page<>(List.of(new Titled("Emma", 0)), 1));

        Made ada = (Made) bind(Made.class, "{\"FirstName\":\"Ada\",\"bornIn\":1815}");
        assertThat(ada.firstName).isEqualTo("Ada");
        assertThat(ada.bornIn).isEqualTo(1815);
    }

    @Test
    void what_a_creator_takes_is_refused_in_another_shape() {
        Stream.of("[]", "1", "{\"pageCount\":\"many\"}", "{\"title\":{}}", "{").forEach(json -> assertRefused(Titled.class, json));
    }

    @Test
    void a_bean_can_be_null() {
        assertThat(bind(Person.class, "null")).isNull();
    }

    @Test
    void a_bean_of_another_shape_is_refused() {
        Stream.of("[]", "1", "\"x\"", "{\"age\":\"old\"}", "{\"age\":null}", "{\"friend\":1}", "{", "{\"name\":\"a\"]")
                .forEach(json -> assertRefused(Person.class, json));
    }

    @Test
    void type_hints_in_the_text_are_not_honoured() {
        Object ada = bind(Object.class, "{\"@class\":\"java.io.File\",\"$type\":\"java.io.File\",\"@type\":\"x\"}");

        assertThat(ada).isInstanceOf(Map.class);
        assertThat(bind(Person.class, "{\"@type\":\"x\",\"@class\":\"java.io.File\"}")).isExactlyInstanceOf(Person.class);
    }

    @Test
    void an_object_is_whatever_the_text_holds() {
        assertThat(bind(Object.class, "\"a\"")).isEqualTo("a");
        assertThat(bind(Object.class, "1.5")).isEqualTo(new BigDecimal("1.5"));
        assertThat(bind(Object.class, "true")).isEqualTo(true);
        assertThat(bind(Object.class, "null")).isNull();
        assertThat(bind(Object.class, "[1,\"a\"]")).isEqualTo(List.of(new BigDecimal(1), "a"));
    }

    @Test
    void json_values_come_as_they_are() {
        assertThat(bind(JsonObject.class, "{\"a\":[1,null]}")).isEqualTo(
                Json.createObjectBuilder().add("a", Json.createArrayBuilder().add(1).addNull()).build());
        assertThat(bind(JsonArray.class, "[true]")).isEqualTo(Json.createArrayBuilder().add(true).build());
        assertThat(bind(JsonString.class, "\"a\"")).isEqualTo(Json.createValue("a"));
        assertThat(bind(JsonNumber.class, "15")).isEqualTo(Json.createValue(15));
        assertThat(bind(JsonValue.class, "false")).isEqualTo(JsonValue.FALSE);
        assertThat(bind(JsonValue.class, "{}")).isEqualTo(JsonValue.EMPTY_JSON_OBJECT);
    }

    @Test
    void a_json_value_of_another_kind_is_refused() {
        Stream.of("[]", "1", "\"a\"", "true").forEach(json -> assertRefused(JsonObject.class, json));
        Stream.of("{}", "1", "\"a\"", "true").forEach(json -> assertRefused(JsonArray.class, json));
        Stream.of("{}", "[]", "1", "true").forEach(json -> assertRefused(JsonString.class, json));
        assertRefused(new TypeOf<List<JsonObject>>() {}, "[{},[]]");
    }

    @Test
    void a_record_with_annotations_of_json_binding_is_left_to_it() {
        assertThat(bind(Renamed.class, "{\"other-name\":\"a\",\"size\":1}")).isEqualTo(new Renamed("a", 1));
        assertThat(bind(Adapted.class, "{\"value\":4}")).isEqualTo(new Adapted(8));
    }

    @Test
    void a_record_with_annotations_may_stand_inside_other_types() {
        assertThat(bind(new TypeOf<Map<String, List<Renamed>>>() {}, "{\"k\":[{\"size\":2,\"other-name\":null}, null]}"))
                .asString().isEqualTo("{k=[Renamed[name=null, size=2], null]}");
    }

    @Test
    void other_collections_are_read() {
        assertThat(bind(new TypeOf<TreeSet<String>>() {}, "[\"b\",\"a\"]")).asString().isEqualTo("[a, b]");
        assertThat(bind(new TypeOf<Map<Thread.State, Integer>>() {}, "{\"NEW\":1}")).isEqualTo(Map.of(Thread.State.NEW, 1));
    }

    @Test
    void other_times_are_read() {
        assertThat(bind(OffsetTime.class, "\"12:30:00+01:00\"")).isEqualTo(OffsetTime.parse("12:30:00+01:00"));
        assertRefused(OffsetTime.class, "\"noon\"");
    }

    @Test
    void space_around_a_value_does_no_harm() {
        assertThat(bind(JsonArray.class, "\t[ 1 ]\n")).isEqualTo(Json.createArrayBuilder().add(1).build());
        assertThat(bind(new TypeOf<List<JsonValue>>() {}, "[ 1 , { } ]"))
                .isEqualTo(List.of(Json.createValue(1), JsonValue.EMPTY_JSON_OBJECT));
    }
}
