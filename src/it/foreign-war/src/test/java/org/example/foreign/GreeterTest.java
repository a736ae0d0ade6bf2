package org.example.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.hubcast.testing.FailedCallException;
import dev.hubcast.testing.HubTestClient;
import dev.hubcast.testing.HubTester;
import org.junit.jupiter.api.Test;

/** The application's own tests, with nothing else on the class path than what its pom names. */
class GreeterTest {

    private final HubTestClient stranger = HubTester.of(Greeter.class).connect();

    @Test
    void a_stranger_is_greeted() {
        assertEquals("Hello, stranger", stranger.invoke(String.class, "greet", "stranger"));
    }

    @Test
    void a_call_that_fails_says_what_clients_read() {
        FailedCallException failure = assertThrows(FailedCallException.class, () -> stranger.invoke("greet"));

        assertEquals("Failed to invoke 'greet' due to an error on the server.", failure.getMessage());
    }
}
