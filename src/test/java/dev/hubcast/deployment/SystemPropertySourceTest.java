package dev.hubcast.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.connection.HubOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SystemPropertySourceTest {

    private static final String WORKERS = "hubcast.workers";

    private final HubSettings settings = new HubSettings(new SystemPropertySource());

    @AfterEach
    void forget() {
        System.clearProperty(WORKERS);
    }

    @Test
    void hubcast_is_configured_by_system_properties() {
        System.setProperty(WORKERS, "3");

        assertThat(settings.workers()).isEqualTo(3);
        assertThat(new SystemPropertySource().keys()).contains(WORKERS);
    }

    @Test
    void what_is_not_set_or_empty_is_left_at_its_default() {
        int workers = settings.workers();
        System.setProperty(WORKERS, "");

        assertThat(settings.workers()).isEqualTo(workers).isGreaterThan(3);
        assertThat(settings.optionsOf("chat")).isEqualTo(HubOptions.DEFAULTS);
    }
}
