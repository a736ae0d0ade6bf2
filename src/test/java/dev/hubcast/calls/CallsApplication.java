package dev.hubcast.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.itest.RawHubClient;
import jakarta.json.Json;

/** The application that {@link CallsIT} deploys, as the test interfaces see it. */
interface CallsApplication {

    char END = 0x1E;

    /** A client of a hub. */
    RawHubClient connect(String hub);

    static String unexpected(String method) {
        return "An unexpected error occurred invoking '" + method + "' on the server.";
    }

    static String notInvoked(String method) {
        return "Failed to invoke '" + method + "' due to an error on the server.";
    }

    default void assertAnswers(RawHubClient client) {
        assertThat(client.invoke("echo", "still here")).isEqualTo(Json.createValue("still here"));
    }
}
