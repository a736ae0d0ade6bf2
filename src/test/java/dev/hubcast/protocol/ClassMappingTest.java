package dev.hubcast.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubcast.protocol.Bound.TypeOf;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.annotation.JsonbAnnotation;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbDateFormat;
import jakarta.json.bind.annotation.JsonbNumberFormat;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTransient;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import jakarta.json.bind.annotation.JsonbTypeSerializer;
import jakarta.json.bind.annotation.JsonbVisibility;
import jakarta.json.bind.config.PropertyVisibilityStrategy;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Classes mean the same in MessagePack as in JSON, by the same annotations. The JSON protocol, where Yasson reads them, is the oracle:
 * objects that hold nothing but what JSON has too come out alike.
 */
class ClassMappingTest {

    public static class Base {

        private String inherited = "inherited";
        public int open = 1;
        protected int closed = 2;
        int ofPackage = 3;
        public static String everybodys = "x";
        public transient String passing = "y";
        public final String fixed = "fixed";

        public String getInherited() {
            return inherited;
        }

        public void setInherited(String inherited) {
            this.inherited = inherited;
        }
    }

    public static class Person extends Base {

        private String name = "Ada";
        private boolean grown = true;
        private String URL = "u";
        private String secret = "secret";
        public String shadowed = "field";
        private List<String> tags = new ArrayList<>(List.of("a", "b"));
        private Person friend;

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public boolean isGrown() {
            return grown;
        }

        public void setGrown(boolean grown) {
            this.grown = grown;
        }

        public String getURL() {
            return URL;
        }

        public void setURL(String url) {
            this.URL = url;
        }

        String getSecret() {
            return secret;
        }

        public String getShadowed() {
            return "getter of " + shadowed;
        }

        public List<String> getTags() {
            return tags;
        }

        public void setTags(List<String> tags) {
            this.tags = tags;
        }

        public Person getFriend() {
            return friend;
        }

        public void setFriend(Person friend) {
            this.friend = friend;
        }

        @Override
        public String toString() {
            return "no property";
        }
    }

    @Retention(RetentionPolicy.RUNTIME)
    @JsonbAnnotation
    @JsonbProperty("byOwn")
    @interface Renamed {}

    public static class Annotated {

        @JsonbProperty("other-name")
        public String renamed = "r";

        @JsonbTransient
        public String hidden = "h";

        private String halfHidden = "w";

        @JsonbDateFormat("dd.MM.yyyy")
        public LocalDate day = LocalDate.of(2026, 11, 25);

        @JsonbNumberFormat(value = "#0.00", locale = "de")
        public double price = 1.5;

        @JsonbNumberFormat(value = "#,##0", locale = "en")
        public int count = 1234;

        private String two = "2";

        @Renamed
        public int meta = 5;

        @JsonbTransient
        public String getHalfHidden() {
            return halfHidden;
        }

        public void setHalfHidden(String halfHidden) {
            this.halfHidden = halfHidden;
        }

        @JsonbProperty("written")
        public String getTwo() {
            return two;
        }

        @JsonbProperty("read")
        public void setTwo(String two) {
            this.two = two;
        }
    }

    @JsonbDateFormat("yyyy/MM/dd HH:mm")
    public static class Dated {

        public java.time.LocalDateTime at = java.time.LocalDateTime.of(2026, 11, 25, 12, 30);

        @JsonbDateFormat("HH")
        public java.time.LocalTime hour = java.time.LocalTime.of(12, 0);
    }

    public static class MoneyAdapter implements JsonbAdapter<Money, String> {

        @Override
        public String adaptToJson(Money money) {
            return money.amount + " " + money.currency;
        }

        @Override
        public Money adaptFromJson(String text) {
            String[] parts = text.split(" ");
            return new Money(Long.parseLong(parts[0]), parts[1]);
        }
    }

    @JsonbTypeAdapter(MoneyAdapter.class)
    public static class Money {

        final long amount;
        final String currency;

        Money(long amount, String currency) {
            this.amount = amount;
            this.currency = currency;
        }
    }

    public static class CentsAdapter implements JsonbAdapter<Integer, Map<String, Integer>> {

        @Override
        public Map<String, Integer> adaptToJson(Integer cents) {
            return Map.of("cents", cents);
        }

        @Override
        public Integer adaptFromJson(Map<String, Integer> map) {
            return map.get("cents");
        }
    }

    public static class Bill {

        public Money total = new Money(7, "EUR");
        public List<Money> parts = List.of(new Money(3, "EUR"), new Money(4, "EUR"));
        public Money none;

        @JsonbTypeAdapter(CentsAdapter.class)
        public Integer tip = 50;
    }

    @JsonbVisibility(Fields.class)
    public static class ByFields {

        private final int a;
        private int b = 2;

        public ByFields() {
            this(1);
        }

        ByFields(int a) {
            this.a = a;
        }

        public int getC() {
            return 3;
        }
    }

    public static class Fields implements PropertyVisibilityStrategy {

        @Override
        public boolean isVisible(Field field) {
            return true;
        }

        @Override
        public boolean isVisible(Method method) {
            return false;
        }
    }

    public record Line(@JsonbProperty("article") String name, int count, @JsonbTransient String note, Money price) {}

    public record Page<T>(List<T> items, T first, int number) {}

    public static class Made {

        private final String name;
        public int later;

        private Made(String name) {
            this.name = name;
        }

        @JsonbCreator
        public static Made of(@JsonbProperty("called") String name) {
            return new Made(name);
        }

        public String getCalled() {
            return name;
        }
    }

    public static class Holder<T> {

        public T value;
    }

    public static class HolderOfDates extends Holder<List<LocalDate>> {}

    public interface Named {

        default String getGreeting() {
            return "hello";
        }
    }

    public static class Greeter implements Named {}

    static Stream<Object> objects() {
        Person person = new Person();
        person.setFriend(new Person());
        HolderOfDates dates = new HolderOfDates();
        dates.value = List.of(LocalDate.of(2026, 1, 2));
        return Stream.of(person, new Annotated(), new Dated(), new Bill(), new Money(1, "EUR"), new ByFields(9), new Line("a", 1, "n", null),
                new Page<>(List.of("a"), null, 3), Made.of("x"), dates, new Greeter(), List.of(new Bill(), new Person()),
                Map.of("a", new Annotated()));
    }

    @ParameterizedTest
    @MethodSource("objects")
    void an_object_is_written_as_in_json(Object object) {
        byte[] written = Packed.written(object);
        StringBuilder json = new StringBuilder();
        JsonMapping.standard().write(json, object);

        assertThat(JsonValues.read(new MessagePackInput(written, 0, written.length))).isEqualTo(parsed(json.toString()));
    }

    @Test
    void an_object_is_read_as_in_json() {
        String person = """
                {"NAME": "Bob", "grown": false, "url": "v", "secret": "found out", "shadowed": "s", "tags": ["c"], "open": 5, "closed": 6,
                 "fixed": "broken", "passing": "z", "inherited": "i", "friend": {"name": "Eve", "unknown": {"a": [1]}}}""";
        String annotated = """
                {"other-name": "x", "hidden": "found out", "halfHidden": "h", "day": "01.02.2027", "price": "2,50", "count": "4,321",
                 "two": "no", "written": "no", "read": "yes", "byOwn": 6}""";
        for (Class<?> type : List.of(Person.class, Annotated.class)) {
            String json = type == Person.class ? person : annotated;

            assertThat(Packed.bind(type, packed(json))).usingRecursiveComparison().isEqualTo(Bound.bind(type, json));
        }
        assertThat(((Annotated) Packed.bind(Annotated.class, packed(annotated))).day).isEqualTo("2027-02-01");
    }

    @Test
    void adapters_work_on_classes_and_on_properties() {
        Bill bill = (Bill) Packed.bind(Bill.class, packed("""
                {"total": "5 USD", "parts": ["1 USD", "4 USD"], "none": null, "tip": {"cents": 20}}"""));

        assertThat(bill.total.amount).isEqualTo(5);
        assertThat(bill.parts).extracting(part -> part.currency).containsExactly("USD", "USD");
        assertThat(bill.none).isNull();
        assertThat(bill.tip).isEqualTo(20);
        assertThat(((Money) Packed.bind(Money.class, packed("\"9 NOK\""))).amount).isEqualTo(9);
        assertThat(Packed.bind(Money.class, packed("null"))).isNull();
        Packed.assertRefused(Money.class, packed("\"nine NOK\""));
        Packed.assertRefused(Bill.class, packed("{\"total\": 5}"));
    }

    @Test
    void annotated_and_generic_records_and_creators_are_made_of_what_was_sent() {
        assertThat(Packed.bind(Line.class, packed("{\"ARTICLE\": \"a\", \"count\": 2, \"price\": null, \"name\": \"no\"}")))
                .isEqualTo(new Line("a", 2, null, null));
        Page<?> page = (Page<?>) Packed.bind(new TypeOf<Page<LocalDate>>() {}, packed("{\"items\": [\"2026-01-02\"], \"number\": 1}"));
        assertThat(page).isEqualTo(new Page<>(List.of(LocalDate.of(2026, 1, 2)), null, 1));
        Made made = (Made) Packed.bind(Made.class, packed("{\"later\": 7, \"called\": \"x\"}"));
        assertThat(made.getCalled()).isEqualTo("x");
        assertThat(made.later).isEqualTo(7);
        assertThat(((HolderOfDates) Packed.bind(HolderOfDates.class, packed("{\"value\": [\"2026-01-02\"]}"))).value)
                .containsExactly(LocalDate.of(2026, 1, 2));
        assertThat(((ByFields) Packed.bind(ByFields.class, packed("{\"a\": 5, \"b\": 6, \"c\": 7}"))).b).isEqualTo(6);
    }

    @Test
    void what_a_component_hides_is_not_read_either() {
        Object line = Packed.bind(Line.class, packed("{\"article\": \"a\", \"note\": \"found out\"}"));

        assertThat(((Line) line).note()).isEqualTo(((Line) Bound.bind(Line.class, "{\"article\": \"a\", \"note\": \"found out\"}")).note());
    }

    @Test
    void numbers_of_classes_are_strict_too() {
        Packed.assertRefused(Base.class, packed("{\"open\": \"1\"}"));
        Packed.assertRefused(Base.class, packed("{\"open\": 1.5}"));
        Packed.assertRefused(Base.class, packed("{\"open\": null}"));
        Packed.assertRefused(Base.class, packed("{\"open\": 2147483648}"));
        Packed.assertRefused(Annotated.class, packed("{\"count\": \"12.5\"}"));
        Packed.assertRefused(Annotated.class, packed("{\"count\": \"12 pieces\"}"));
        Packed.assertRefused(Base.class, packed("[]"));
    }

    /** An author who asks for a form gets text; without one it is a timestamp. */
    @Test
    void a_date_format_has_its_meaning_for_points_in_time_too() {
        class Meeting {

            @JsonbDateFormat("yyyy-MM-dd HH:mm")
            public OffsetDateTime begins = OffsetDateTime.of(2026, 11, 25, 12, 0, 0, 0, ZoneOffset.UTC);

            @JsonbDateFormat(JsonbDateFormat.TIME_IN_MILLIS)
            public java.util.Date ends = new java.util.Date(1_500);

            public java.time.Instant noted = java.time.Instant.EPOCH;
        }

        var map = Packed.read(Packed.written(new Meeting())).asMapValue();

        assertThat(map.toJson()).contains("\"begins\":\"2026-11-25 12:00\"").contains("\"ends\":1500");
        assertThat(map.map().get(org.msgpack.value.ValueFactory.newString("noted")).isTimestampValue()).isTrue();
    }

    @Test
    void a_point_in_time_is_read_in_the_form_that_its_author_asks_for() {
        record Dates(@JsonbDateFormat("yyyy-MM-dd HH:mm") java.time.Instant begins, @JsonbDateFormat("dd.MM.yyyy") java.util.Date day) {}

        Dates dates = (Dates) Packed.bind(Dates.class, packed("{\"begins\": \"2026-11-25 12:00\", \"day\": \"02.01.1970\"}"));

        assertThat(dates.begins()).isEqualTo("2026-11-25T12:00:00Z");
        assertThat(dates.day()).isEqualTo(new java.util.Date(86_400_000));
    }

    @JsonbTypeInfo(key = "@kind", value = {
        @JsonbSubtype(alias = "circle", type = Circle.class), @JsonbSubtype(alias = "box", type = Box.class)})
    public interface Shape {}

    public record Circle(int radius) implements Shape {}

    public static class Box implements Shape {

        public Shape inside;
        public int width = 2;
    }

    public record Ellipse(int a, int b) implements Shape {}

    @Test
    void subtypes_that_are_listed_say_what_they_are() {
        Box box = new Box();
        box.inside = new Circle(7);
        StringBuilder json = new StringBuilder();
        JsonMapping.standard().write(json, List.of(box));

        byte[] written = Packed.written(List.of(box));

        JsonValue seen = JsonValues.read(new MessagePackInput(written, 0, written.length));
        assertThat(seen).hasToString("[{\"@kind\":\"box\",\"inside\":{\"@kind\":\"circle\",\"radius\":7},\"width\":2}]")
                .isEqualTo(parsed(json.toString()));
        List<?> read = (List<?>) Packed.bind(new TypeOf<List<Shape>>() {}, written);
        assertThat(read).singleElement().usingRecursiveComparison().isEqualTo(box);
        Packed.assertRefused(Shape.class, packed("{\"@kind\": \"java.io.File\"}"));
        Packed.assertRefused(Shape.class, packed("{\"radius\": 7}"));
        assertThat(Packed.bind(Circle.class, packed("{\"@class\": \"java.io.File\", \"$type\": 1, \"radius\": 7}"))).isEqualTo(new Circle(7));
    }

    public static class Masking implements JsonbSerializer<String> {

        @Override
        public void serialize(String text, JsonGenerator out, SerializationContext context) {
            out.write("***");
        }
    }

    public static class Masked {

        @JsonbTypeSerializer(Masking.class)
        public String password = "secret";
    }

    @Test
    void a_serializer_that_knows_json_alone_is_not_passed_over() {
        assertThatThrownBy(() -> Packed.written(new Masked())).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("JsonbAdapter");
    }

    public static class Talkative {

        public String get() {
            return "no property";
        }

        public void getNothing() {}

        public String getOf(int index) {
            return "no property";
        }

        public Boolean isTrue() {
            return true;
        }

        public String isText() {
            return "no property";
        }
    }

    @Test
    void methods_that_only_look_like_getters_are_none() {
        assertThat(Packed.read(Packed.written(new Talkative())).toJson()).isEqualTo("{\"true\":true}");
    }

    @Test
    void adapters_work_inside_generic_classes() {
        assertThat(Packed.read(Packed.written(new Page<>(List.of(new Money(1, "EUR")), null, 3))).toJson())
                .isEqualTo("{\"first\":null,\"items\":[\"1 EUR\"],\"number\":3}");
    }

    public abstract static class Abstract {}

    public static class Closed {

        private Closed() {}
    }

    public static class Refusing {

        public void setAge(int age) {
            throw new IllegalStateException("no age");
        }

        public int getAge() {
            throw new IllegalStateException("no age");
        }
    }

    @Test
    void what_cannot_be_made_set_or_read_fails_in_words() {
        Packed.assertRefused(Abstract.class, packed("{}"));
        Packed.assertRefused(Closed.class, packed("{}"));
        Packed.assertRefused(Named.class, packed("{}"));
        Packed.assertRefused(Refusing.class, packed("{\"age\": 1}"));
        assertThatThrownBy(() -> Packed.written(new Refusing())).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("age");
    }

    private static JsonValue parsed(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readValue();
        }
    }

    private static byte[] packed(String json) {
        MessagePackOutput out = new MessagePackOutput();
        out.json(json);
        byte[] framed = out.framed();
        return java.util.Arrays.copyOfRange(framed, LengthPrefix.end(framed, 0, framed.length), framed.length);
    }
}
