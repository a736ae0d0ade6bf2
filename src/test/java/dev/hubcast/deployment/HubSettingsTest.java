package dev.hubcast.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubcast.TransportType;
import dev.hubcast.connection.HubOptions;
import dev.hubcast.entity.bridge.OperationNames;
import dev.hubcast.queue.QueueOptions;
import dev.hubcast.transport.TransportOptions;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubSettingsTest {

    static Stream<Arguments> keys() {
        return Stream.of(
                key("handshake-timeout", "3s", HubOptions::handshakeTimeout, Duration.ofSeconds(3)),
                key("keep-alive-interval", "3s", HubOptions::keepAliveInterval, Duration.ofSeconds(3)),
                key("client-timeout", "3s", HubOptions::clientTimeout, Duration.ofSeconds(3)),
                key("send-timeout", "3s", HubOptions::sendTimeout, Duration.ofSeconds(3)),
                key("close-timeout", "3s", HubOptions::closeTimeout, Duration.ofSeconds(3)),
                key("disconnect-timeout", "3s", HubOptions::disconnectTimeout, Duration.ofSeconds(3)),
                key("inbox-limit", "77", HubOptions::inboxLimit, 77),
                key("outbox-limit", "77", HubOptions::outboxLimit, 77),
                key("stateful-reconnect-buffer-size", "77", HubOptions::statefulReconnectBufferSize, 77),
                key("maximum-parallel-invocations-per-client", "3", HubOptions::maximumParallelInvocationsPerClient, 3),
                key("stream-buffer-capacity", "3", HubOptions::streamBufferCapacity, 3),
                key("maximum-streams", "77", HubOptions::maximumStreams, 77),
                key("detailed-errors", "true", HubOptions::detailedErrors, true));
    }

    private static Arguments key(String key, String value, Function<HubOptions, Object> option, Object expected) {
        return Arguments.of(key, value, option, expected);
    }

    @Test
    void without_configuration_the_defaults_hold() {
        HubSettings settings = settings();

        assertThat(settings.optionsOf("chat")).isEqualTo(HubOptions.DEFAULTS);
        assertThat(settings.allowedOriginsOf("chat")).isEmpty();
        assertThat(settings.workers()).isEqualTo(64);
        assertThat(settings.streamThreads()).isEqualTo(64);
        assertThat(settings.webSocket()).isEqualTo(WebSocketKind.UPGRADE);
    }

    @Test
    void operations_on_entities_are_named_for_all_hubs_or_one() {
        HubSettings settings = settings("hubcast.entity-operations", "0,1,2", "hubcast.hub.chat.entity-operations", "new,changed,gone");

        assertThat(settings().entityOperationsOf("chat")).isEqualTo(OperationNames.DEFAULTS);
        assertThat(settings.entityOperationsOf("other")).isEqualTo(new OperationNames(0, 1, 2));
        assertThat(settings.entityOperationsOf("chat")).isEqualTo(new OperationNames("new", "changed", "gone"));
        assertThatThrownBy(() -> settings("hubcast.entity-operations", "0,1").entityOperationsOf("chat"))
                .hasMessageStartingWith("The configuration key hubcast.entity-operations cannot be '0,1': write three");
    }

    @Test
    void how_many_changes_of_entities_are_told_is_for_all_hubs_together() {
        assertThat(settings().entityChangesLimit()).isEqualTo(20_000);
        assertThat(settings("hubcast.entity-changes-limit", "7").entityChangesLimit()).isEqualTo(7);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void a_key_for_all_hubs_changes_its_option_and_no_other(
            String key, String value, Function<HubOptions, Object> option, Object expected) {
        HubOptions options = settings("hubcast." + key, value).optionsOf("chat");

        assertThat(option.apply(options)).isEqualTo(expected).isNotEqualTo(option.apply(HubOptions.DEFAULTS));
        assertThat(Arrays.stream(HubOptions.class.getRecordComponents()).filter(part -> differs(part, options))).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void a_key_for_one_hub_goes_before_the_one_for_all(
            String key, String value, Function<HubOptions, Object> option, Object expected) {
        String another = value.equals("true") ? "false" : value.replace('3', '9').replace("77", "99");
        HubSettings settings = settings("hubcast.hub.chat." + key, value, "hubcast." + key, another);

        assertThat(option.apply(settings.optionsOf("chat"))).isEqualTo(expected);
        assertThat(option.apply(settings.optionsOf("other"))).isNotEqualTo(expected);
        assertThat(option.apply(settings("hubcast.hub.chat." + key, value).optionsOf("other")))
                .isEqualTo(option.apply(HubOptions.DEFAULTS));
    }

    @Test
    void the_inbox_holds_twice_the_greatest_message_if_nobody_says_anything_else() {
        HubOptions options = settings("hubcast.maximum-receive-message-size", "77").optionsOf("chat");

        assertThat(options.maximumReceiveMessageSize()).isEqualTo(77);
        assertThat(options.inboxLimit()).isEqualTo(154);
        assertThat(settings("hubcast.maximum-receive-message-size", "2147483647").optionsOf("chat").inboxLimit())
                .isEqualTo(Integer.MAX_VALUE);
        assertThat(settings("hubcast.maximum-receive-message-size", "77", "hubcast.inbox-limit", "10").optionsOf("chat").inboxLimit())
                .isEqualTo(10);
        assertThat(HubOptions.DEFAULTS.inboxLimit()).isEqualTo(HubOptions.inboxLimitFor(HubOptions.DEFAULTS.maximumReceiveMessageSize()));
    }

    @Test
    void protocols_are_a_list_of_those_that_there_are() {
        Set<String> known = new LinkedHashSet<>(List.of("json", "messagepack"));
        HubSettings settings = settings("hubcast.protocols", "messagepack", "hubcast.hub.chat.protocols", "messagepack, json");

        assertThat(settings().protocolsOf("chat", known)).isEqualTo(known);
        assertThat(settings.protocolsOf("other", known)).containsExactly("messagepack");
        assertThat(settings.protocolsOf("chat", known)).containsExactlyInAnyOrder("json", "messagepack");
        assertThatThrownBy(() -> settings("hubcast.hub.chat.protocols", "json,cbor").protocolsOf("chat", known))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The configuration key hubcast.hub.chat.protocols cannot be 'json,cbor': there is no protocol cbor; write some"
                        + " of json,messagepack");
    }

    static Stream<Arguments> namesOfOptions() {
        return Options.ALL.stream().flatMap(option -> option.reach() == Option.Reach.HUB
                ? Stream.of(Arguments.of(option.name()), Arguments.of(option.nameFor("chat")))
                : Stream.of(Arguments.of(option.name())));
    }

    @ParameterizedTest
    @MethodSource("namesOfOptions")
    void a_value_that_cannot_be_is_refused_with_its_key_whether_or_not_another_one_goes_before_it(String key) {
        assertThatThrownBy(() -> settings(key, "?,").check(List.of("chat")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The configuration key " + key + " cannot be '?,': ");
        settings().check(List.of("chat"));
    }

    @Test
    void workers_are_for_all_hubs_together() {
        assertThat(settings("hubcast.workers", " 8 ").workers()).isEqualTo(8);
        assertThat(settings("hubcast.stream-threads", "9").streamThreads()).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({"500ms,500", "15s,15000", "15 s,15000", " 2m ,120000", "1h,3600000", "PT15S,15000", "PT1M30.5S,90500", "1ms,1"})
    void a_time_may_be_written_in_several_ways(String text, long millis) {
        assertThat(settings("hubcast.send-timeout", text).optionsOf("chat").sendTimeout()).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"15", "s", "15 seconds", "-15s", "1.5s", "0s", "PT0S", "PT-1S", "PT", "P1D", "15S", "1d", " ", "forever",
        "99999999999999999999s", "9223372036854775807h", "9223372036854775807s", "9999999h", "PT9999999H", "PT9223372036854775807S"})
    void a_time_that_cannot_be_is_refused_with_its_key(String text) {
        HubSettings settings = settings("hubcast.hub.chat.client-timeout", text);

        assertThatThrownBy(() -> settings.optionsOf("chat"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The configuration key hubcast.hub.chat.client-timeout cannot be '" + text.strip() + "': ")
                .message().doesNotContain("null").doesNotContain("For input string");
    }

    @ParameterizedTest
    @CsvSource({"hubcast.outbox-limit,0", "hubcast.outbox-limit,-1", "hubcast.maximum-receive-message-size,many",
        "hubcast.maximum-receive-message-size,2147483648", "hubcast.maximum-receive-message-size,32k", "hubcast.outbox-limit,1.5"})
    void a_number_that_cannot_be_is_refused_with_the_cure(String key, String text) {
        HubSettings settings = settings(key, text);

        assertThatThrownBy(() -> settings.optionsOf("chat"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The configuration key " + key + " cannot be '" + text + "': write a number from 1 to 2147483647");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "x"})
    void workers_that_cannot_be_are_refused(String text) {
        assertThatThrownBy(() -> settings("hubcast.workers", text).workers())
                .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("The configuration key hubcast.workers cannot be");
    }

    @ParameterizedTest
    @CsvSource({"upgrade,UPGRADE", "container,CONTAINER", "' container ',CONTAINER"})
    void the_websocket_may_be_the_containers(String text, WebSocketKind kind) {
        assertThat(settings("hubcast.websocket", text).webSocket()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Upgrade", "CONTAINER", "tyrus", "true", "upgrade,container"})
    void a_websocket_that_cannot_be_is_refused_with_the_cure(String text) {
        assertThatThrownBy(() -> settings("hubcast.websocket", text).webSocket())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The configuration key hubcast.websocket cannot be '" + text + "': write upgrade or container");
    }

    @Test
    void the_websocket_is_one_for_all_hubs() {
        assertThat(settings("hubcast.hub.chat.websocket", "container").webSocket()).isEqualTo(WebSocketKind.UPGRADE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "TRUE", "1", "on"})
    void a_switch_is_true_or_false(String text) {
        assertThatThrownBy(() -> settings("hubcast.detailed-errors", text).optionsOf("chat"))
                .hasMessage("The configuration key hubcast.detailed-errors cannot be '" + text + "': write true or false");
    }

    @Test
    void without_configuration_every_transport_is_offered_and_nobody_may_come_back() {
        assertThat(settings().transportsOf("chat")).isEqualTo(TransportOptions.DEFAULTS);
        assertThat(TransportOptions.DEFAULTS.transports()).containsExactlyInAnyOrder(TransportType.values());
        assertThat(TransportOptions.DEFAULTS.statefulReconnect()).isFalse();
    }

    @Test
    void transports_are_a_list_for_all_hubs_or_for_one() {
        HubSettings settings = settings("hubcast.transports", "long-polling", "hubcast.hub.chat.transports",
                "websockets, server-sent-events", "hubcast.minimum-protocol-version", "1", "hubcast.hub.chat.minimum-protocol-version", "0",
                "hubcast.poll-timeout", "20s", "hubcast.hub.chat.allow-stateful-reconnects", "true", "hubcast.hub.chat.close-on-session-end",
                "false");

        assertThat(settings.transportsOf("other"))
                .isEqualTo(new TransportOptions(Set.of(TransportType.LONG_POLLING), Duration.ofSeconds(20), false, 1, true));
        assertThat(settings.transportsOf("chat")).isEqualTo(new TransportOptions(
                Set.of(TransportType.WEB_SOCKETS, TransportType.SERVER_SENT_EVENTS), Duration.ofSeconds(20), true, 0, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"WebSockets", "sse", ",websockets", "all", "none"})
    void a_transport_that_nobody_knows_is_refused_with_the_cure(String text) {
        assertThatThrownBy(() -> settings("hubcast.transports", text).transportsOf("chat"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The configuration key hubcast.transports cannot be '" + text
                        + "': write some of websockets,server-sent-events,long-polling");
    }

    @Test
    void origins_are_a_list() {
        HubSettings settings = settings("hubcast.allowed-origins", "https://a.example, http://localhost:3000,,",
                "hubcast.hub.chat.allowed-origins", "capacitor://localhost");

        assertThat(settings.allowedOriginsOf("other")).isEqualTo(Set.of("https://a.example", "http://localhost:3000"));
        assertThat(settings.allowedOriginsOf("chat")).isEqualTo(Set.of("capacitor://localhost"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "null", "example.com", "https://example.com/", "https://example.com/page", "https://",
        "HTTPS://example.com", "https://a b", "//example.com", "https://a.example https://b.example"})
    void what_is_no_origin_is_refused_with_an_example(String text) {
        HubSettings settings = settings("hubcast.allowed-origins", "https://fine.example," + text);

        assertThatThrownBy(() -> settings.allowedOriginsOf("chat"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The configuration key hubcast.allowed-origins cannot be")
                .hasMessageContaining("such as https://www.example.com; not '" + text + "'");
    }

    @Test
    void without_configuration_the_defaults_hold_for_queues() {
        assertThat(settings().queues()).isEqualTo(QueueOptions.DEFAULTS);
        assertThat(settings().queuePath()).hasValue("/queues");
        assertThat(settings().allowedOriginsOfQueues()).isEmpty();
    }

    @Test
    void queues_have_limits_of_their_own_and_share_what_hubs_have_too() {
        HubSettings settings = settings("hubcast.queues.message-limit", "1", "hubcast.queues.size-limit", "2", "hubcast.queues.unread-limit",
                "3", "hubcast.queues.retention", "4s", "hubcast.queues.keep-alive-interval", "5s", "hubcast.keep-alive-interval", "99s",
                "hubcast.send-timeout", "6s", "hubcast.close-timeout", "7s", "hubcast.allowed-origins", "https://a.example");

        assertThat(settings.queues()).isEqualTo(new QueueOptions(
                1, 2, 3, Duration.ofSeconds(4), Duration.ofSeconds(5), Duration.ofSeconds(6), Duration.ofSeconds(7)));
        assertThat(settings.allowedOriginsOfQueues()).containsExactly("https://a.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q", "/api/v1.0/job-events", "/~me/queues_2"})
    void queues_may_be_elsewhere(String path) {
        assertThat(settings("hubcast.queues.path", path).queuePath()).hasValue(path);
    }

    @Test
    void queues_may_be_nowhere() {
        assertThat(settings("hubcast.queues.path", "none").queuePath()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"queues", "/", "/queues/", "/queues/*", "/queues/{id}", "//queues", "/a b", "/q?x", "off"})
    void what_is_no_path_is_refused_with_the_cure(String path) {
        assertThatThrownBy(() -> settings("hubcast.queues.path", path).queuePath())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The configuration key hubcast.queues.path cannot be '" + path
                        + "': write a path within the application such as /queues, or none");
    }

    private static boolean differs(RecordComponent part, HubOptions options) {
        try {
            return !part.getAccessor().invoke(options).equals(part.getAccessor().invoke(HubOptions.DEFAULTS));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static HubSettings settings(String... keysAndValues) {
        return new HubSettings(MapConfig.source(keysAndValues));
    }
}
