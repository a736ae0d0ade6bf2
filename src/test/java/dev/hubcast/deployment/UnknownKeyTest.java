package dev.hubcast.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.event.bridge.HandTransactions;
import dev.hubcast.transport.HubEndpoints;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spelling mistakes in keys. */
class UnknownKeyTest {

    private final Logger logger = Logger.getLogger(HubSettings.class.getName());
    private final List<LogRecord> log = new ArrayList<>();
    private final Handler handler = new Handler() {

        @Override
        public void publish(LogRecord record) {
            log.add(record);
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hubcast.keepalive-interval", "hubcast.Workers", "hubcast.hub.chat.workers", "hubcast.hub.chat.outboxlimit",
        "hubcast.hub.Chat.outbox-limit", "hubcast.chat.outbox-limit", "hubcast.hub.gone.outbox-limit", "hubcast.",
        "hubcast.queues.outbox-limit", "hubcast.retention", "hubcast.queues"})
    void a_key_that_nobody_reads_is_a_warning(String key) {
        new HubSettings(MapConfig.source(key, "1", "hubcast.workers", "2")).warnOfUnknownKeys(List.of("chat", "other"));

        assertThat(log).singleElement().satisfies(record -> {
            assertThat(record.getLevel()).isEqualTo(Level.WARNING);
            assertThat(record.getParameters()[0]).isEqualTo(key);
            assertThat(record.getParameters()[1]).asString().contains("hubcast.outbox-limit, ", "hubcast.hub.chat.outbox-limit, ");
        });
    }

    @Test
    void keys_that_are_read_and_those_of_others_are_none() {
        new HubSettings(MapConfig.source("hubcast.workers", "1", "hubcast.outbox-limit", "1", "hubcast.allowed-origins", "x",
                "hubcast.hub.chat.outbox-limit", "1", "hubcast.hub.my.hub.detailed-errors", "true",
                "hubcast.queues.retention", "1m", "hubcast.queues.send-timeout", "1s", "other.key", "1", "hubcasting", "1"))
                .warnOfUnknownKeys(List.of("chat", "my.hub"));

        assertThat(log).isEmpty();
    }

    @Test
    void an_application_without_a_hub_is_warned_too() {
        try (Deployment deployment = Deployment.of(UnknownKeyTest.class)) {
            HubcastExtension extension = deployment.container().getBeanManager().getExtension(HubcastExtension.class);
            HubcastApplication application = new HubcastApplication(extension, new HubEndpoints());
            application.start(Thread::new, new HandTransactions(), new HubSettings(MapConfig.source("hubcast.queues.retenton", "1m")));
            application.stop();
        }

        assertThat(log).singleElement().satisfies(record -> assertThat(record.getParameters()[0]).isEqualTo("hubcast.queues.retenton"));
    }
}
