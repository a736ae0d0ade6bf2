package dev.hubcast.event.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PropertyTest {

    enum Region {
        NORTH {
            @Override
            public String toString() {
                return "the north";
            }
        }
    }

    record Order(Region region, int number, BigDecimal amount, LocalDate day, boolean paid, Optional<String> note, Optional<Order> before,
            List<String> lines, Map<String, String> tags, String[] names) {

        static Order of(Optional<String> note, Optional<Order> before) {
            return new Order(Region.NORTH, 7, new BigDecimal("1.50"), LocalDate.of(2026, 1, 31), true, note, before, List.of(), Map.of(),
                    new String[0]);
        }
    }

    static class Base {

        public final String open = "field";

        private final Order order;

        Base(Order order) {
            this.order = order;
        }

        public Order getOrder() {
            return order;
        }

        public boolean isUrgent() {
            return true;
        }

        public static String getOfTheClass() {
            return "";
        }

        String getOfThePackage() {
            return "";
        }
    }

    static class Pojo extends Base {

        Pojo(Order order) {
            super(order);
        }

        public String getURL() {
            throw new IllegalStateException("no URL");
        }
    }

    interface Shape {

        String name();
    }

    record Square(String name) implements Shape {}

    private static final Order ORDER = Order.of(Optional.of("fragile"), Optional.of(Order.of(Optional.empty(), Optional.empty())));

    private static String read(Object event, String path) {
        return Property.of(event.getClass(), path).of(event);
    }

    @ParameterizedTest
    @CsvSource({"region,NORTH", "number,7", "amount,1.50", "day,2026-01-31", "day.year,2026", "paid,true", "note,fragile",
        "before.number,7"})
    void components_of_records_are_properties(String path, String expected) {
        assertThat(read(ORDER, path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"open,field", "order.region,NORTH", "urgent,true", "isUrgent,true"})
    void getters_and_public_fields_are_properties_inherited_ones_too(String path, String expected) {
        assertThat(read(new Pojo(ORDER), path)).isEqualTo(expected);
    }

    @Test
    void properties_of_an_interface_are_read_from_whatever_implements_it() {
        assertThat(Property.of(Shape.class, "name").of(new Square("square"))).isEqualTo("square");
    }

    @ParameterizedTest
    @ValueSource(strings = {"before", "before.note", "before.before.number"})
    void what_is_null_or_empty_on_the_way_is_null(String path) {
        assertThat(read(Order.of(Optional.empty(), Optional.empty()), path)).isNull();
        assertThat(read(new Pojo(null), "order." + path)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ofTheClass", "ofThePackage", "regoin", "class", ""})
    void what_is_no_property_is_refused_with_those_that_are(String path) {
        assertThatThrownBy(() -> Property.of(Pojo.class, path)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Pojo.class.getName() + " has no property " + path).hasMessageContaining("open, order, uRL, urgent");
    }

    @Test
    void a_property_that_the_held_value_lacks_is_refused_by_its_class() {
        assertThatThrownBy(() -> Property.of(Pojo.class, "order.regoin")).hasMessageContaining(Order.class.getName()
                + " has no property regoin. It has: amount, before, day, lines, names, note, number, paid, region, tags.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lines", "tags", "names"})
    void a_property_that_holds_several_values_is_refused(String path) {
        assertThatThrownBy(() -> Property.of(Order.class, path)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{" + path + "} holds several values");
    }

    @Test
    void what_a_getter_throws_comes_out() {
        assertThatThrownBy(() -> read(new Pojo(ORDER), "uRL")).isInstanceOf(IllegalStateException.class).hasMessage("no URL");
    }
}
