package dev.hubcast.protocol;

import static dev.hubcast.protocol.Bound.assertRefused;
import static dev.hubcast.protocol.Bound.bind;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubcast.protocol.Bound.TypeOf;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.config.PropertyNamingStrategy;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The application's own {@code Jsonb} rules over everything but strings, numbers and booleans. */
class ApplicationMappingTest {

    public static class Money {

        public int cents;
    }

    public static class MoneyAsText implements JsonbAdapter<Money, String> {

        @Override
        public String adaptToJson(Money money) {
            return money.cents + " cents";
        }

        @Override
        public Money adaptFromJson(String text) {
            Money money = new Money();
            money.cents = Integer.parseInt(text.split(" ")[0]);
            return money;
        }
    }

    public static class Failing implements JsonbAdapter<Money, String> {

        @Override
        public String adaptToJson(Money money) {
            throw new UnsupportedOperationException("no money");
        }

        @Override
        public Money adaptFromJson(String text) {
            throw new UnsupportedOperationException("no money");
        }
    }

    public static class Order {

        public String buyerName;
        public LocalDate day;
    }

    private final JsonMapping mapping = JsonMapping.of(JsonbBuilder.create(new JsonbConfig()
            .withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES)
            .withDateFormat("dd.MM.yyyy", null)
            .withAdapters(new MoneyAsText())));

    @Test
    void its_names_and_adapters_are_used_for_structures() {
        Order order = (Order) bind(mapping, Order.class, "{\"buyer_name\":\"Ada\"}");

        assertThat(order.buyerName).isEqualTo("Ada");
        assertThat(((Money) bind(mapping, Money.class, "\"7 cents\"")).cents).isEqualTo(7);
        assertThat((List<?>) bind(mapping, new TypeOf<List<Money>>() {}.type(), "[\"7 cents\"]"))
                .first().extracting("cents").isEqualTo(7);
    }

    @Test
    void its_format_is_used_for_times() {
        assertThat(bind(mapping, LocalDate.class, "\"24.12.2026\"")).isEqualTo(LocalDate.of(2026, 12, 24));
        assertRefused(mapping, LocalDate.class, "\"2026-12-24\"");
        assertThat(((Order) bind(mapping, Order.class, "{\"day\":\"24.12.2026\"}")).day).isEqualTo(LocalDate.of(2026, 12, 24));
    }

    @Test
    void strings_numbers_and_booleans_stay_strict() {
        assertRefused(mapping, int.class, "\"1\"");
        assertRefused(mapping, int.class, "null");
        assertRefused(mapping, Integer.class, "1.0");
        assertRefused(mapping, double.class, "1e999");
        assertRefused(mapping, String.class, "1");
        assertRefused(mapping, boolean.class, "\"true\"");
        assertThat(bind(mapping, Long.class, "12")).isEqualTo(12L);
    }

    @Test
    void it_writes_structures_and_times_but_no_basics() {
        assertThat(write(mapping, LocalDate.of(2026, 12, 24))).isEqualTo("\"24.12.2026\"");
        assertThat(write(mapping, new MoneyAsText().adaptFromJson("7 cents"))).isEqualTo("\"7 cents\"");
        assertThat(write(mapping, "24.12.2026")).isEqualTo("\"24.12.2026\"");
        assertThat(write(mapping, null)).isEqualTo("null");
    }

    @Test
    void what_its_adapters_throw_is_a_wrong_type_or_a_value_that_cannot_be_written() {
        JsonMapping failing = JsonMapping.of(JsonbBuilder.create(new JsonbConfig().withAdapters(new Failing())));

        assertRefused(failing, Money.class, "\"7 cents\"");
        assertThatThrownBy(() -> write(failing, new Money()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Money.class.getName())
                .hasCauseInstanceOf(JsonbException.class);
    }

    @Test
    void a_text_that_is_no_json_never_reaches_it() {
        assertRefused(mapping, Order.class, "{\"buyer_name\":\"Ada\",}");
        assertRefused(mapping, Order.class, "[".repeat(100_000));
    }

    @Test
    void it_rules_in_messagepack_too_so_that_what_it_hides_stays_hidden() {
        MessagePackMapping packed = MessagePackMapping.of(JsonbBuilder.create(new JsonbConfig()
                .withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES)
                .withDateFormat("dd.MM.yyyy", null)
                .withAdapters(new MoneyAsText())));
        Order order = new Order();
        order.buyerName = "Ada";
        order.day = LocalDate.of(2026, 12, 24);

        byte[] written = Packed.written(packed, order);

        assertThat(Packed.read(written).toJson()).isEqualTo("{\"buyer_name\":\"Ada\",\"day\":\"24.12.2026\"}");
        assertThat(Packed.bind(packed, Order.class, written)).usingRecursiveComparison().isEqualTo(order);
        assertThat(Packed.read(Packed.written(packed, new MoneyAsText().adaptFromJson("7 cents"))).asStringValue()).hasToString("7 cents");
        assertThat(((Money) Packed.bind(packed, Money.class, Packed.bytes(packer -> packer.packString("7 cents")))).cents).isEqualTo(7);
        assertThat(Packed.bind(packed, int.class, Packed.hex("2a"))).isEqualTo(42);
        assertThat(Packed.read(Packed.written(packed, 42)).asIntegerValue().toInt()).isEqualTo(42);
    }

    private static String write(JsonMapping mapping, Object value) {
        StringBuilder out = new StringBuilder();
        mapping.write(out, value);
        return out.toString();
    }
}
