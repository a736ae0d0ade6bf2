package dev.hubcast.testing;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class DeployedHubTest {

    @Test
    void without_an_application_the_way_out_is_told() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> DeployedHub.of(Object.class))
                .withMessage("No application is here. Run the test in the container, or take a HubTester.");
    }
}
