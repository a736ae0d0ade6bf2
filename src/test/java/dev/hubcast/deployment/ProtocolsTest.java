package dev.hubcast.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubcast.HubJson;
import dev.hubcast.protocol.HubMessage;
import dev.hubcast.protocol.HubMessage.Completion;
import dev.hubcast.protocol.HubProtocol;
import dev.hubcast.protocol.Payload;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import jakarta.json.bind.config.PropertyNamingStrategy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Which protocols an application's hubs speak. */
class ProtocolsTest {

    /** A protocol of the application's own. */
    abstract static class Morse implements HubProtocol {

        @Override
        public boolean binary() {
            return false;
        }

        @Override
        public int endOfRecord(byte[] bytes, int from, int to) {
            return to;
        }

        @Override
        public HubMessage read(byte[] bytes, int from, int end) {
            return new HubMessage.Ping();
        }

        @Override
        public Payload write(HubMessage message) {
            return Payload.ofText("-.-");
        }
    }

    @ApplicationScoped
    static class Own extends Morse {

        @Override
        public String name() {
            return "morse";
        }
    }

    @ApplicationScoped
    static class Clashing extends Morse {

        @Override
        public String name() {
            return "messagepack";
        }
    }

    @ApplicationScoped
    static class Currency {

        String name() {
            return "EUR";
        }
    }

    static class PriceAsText implements JsonbAdapter<Price, String> {

        @Inject
        Currency currency;

        @Override
        public String adaptToJson(Price price) {
            return price.amount + " " + currency.name();
        }

        @Override
        public Price adaptFromJson(String text) {
            return new Price(Integer.parseInt(text.split(" ")[0]));
        }
    }

    @JsonbTypeAdapter(PriceAsText.class)
    record Price(int amount) {}

    public static class Offer {

        public int unitPrice = 5;
    }

    static class Naming {

        @Produces
        @HubJson
        Jsonb ofHubs() {
            return JsonbBuilder.create(new JsonbConfig().withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES));
        }
    }

    private static List<HubProtocol> protocols() {
        return Protocols.of(CDI.current());
    }

    private static HubProtocol named(String name) {
        return protocols().stream().filter(protocol -> protocol.name().equals(name)).findFirst().orElseThrow();
    }

    private static String written(String protocol, Object value) {
        return new String(named(protocol).write(Completion.result("1", value)).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void clients_may_speak_json_and_messagepack() {
        try (Deployment application = Deployment.of(Currency.class)) {
            assertThat(protocols()).extracting(HubProtocol::name).containsExactly("json", "messagepack");
        }
    }

    @Test
    void an_application_may_add_a_protocol_by_a_bean() {
        try (Deployment application = Deployment.of(Own.class)) {
            assertThat(protocols()).extracting(HubProtocol::name).containsExactly("json", "messagepack", "morse");
            assertThat(named("morse").write(new HubMessage.Ping()).text()).isEqualTo("-.-");
        }
    }

    @Test
    void two_protocols_of_one_name_are_a_mistake() {
        try (Deployment application = Deployment.of(Clashing.class)) {
            assertThatThrownBy(ProtocolsTest::protocols).isInstanceOf(IllegalStateException.class)
                    .hasMessage("There are two hub protocols by the name \"messagepack\". Rename the one that is a bean of the application.");
        }
    }

    @Test
    void adapters_that_annotations_name_get_what_they_inject() {
        try (Deployment application = Deployment.of(Currency.class)) {
            assertThat(written("messagepack", new Price(7))).endsWith("7 EUR");
        }
    }

    @Test
    void the_applications_own_mapping_rules_in_both() {
        Predicate<String> renamed = text -> text.contains("unit_price") && !text.contains("unitPrice");
        try (Deployment application = Deployment.of(Naming.class)) {
            assertThat(written("json", new Offer())).matches(renamed);
            assertThat(written("messagepack", new Offer())).matches(renamed);
        }
    }
}
