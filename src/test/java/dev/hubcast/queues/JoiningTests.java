package dev.hubcast.queues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.TransportType;
import dev.hubcast.itest.OnEveryTransport;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawHubConnector;

/** The guard's say in a hub's groups; played by {@link QueuesIT}. */
interface JoiningTests extends QueuesApplication {

    private RawHubClient connect(TransportType by, String user) {
        return RawHubConnector.to(at("hubs/rooms")).by(by).header("Authorization", QueuesApplication.authorization(user)).connect();
    }

    @OnEveryTransport
    default void the_guard_is_asked_under_the_callers_name_and_whom_it_refuses_is_no_member(TransportType by) {
        try (RawHubClient ada = connect(by, "ada"); RawHubClient eve = connect(by, "eve")) {
            ada.invoke("join", "of ada");
            assertThat(eve.invokeForError("join", "of ada")).isEqualTo(
                    "An unexpected error occurred invoking 'join' on the server. HubException: You may not join this group.");

            eve.invoke("say", "of ada", "hello");

            assertThat(ada.received("said").getJsonArray("arguments").getString(0)).isEqualTo("hello");
            eve.receivedNothingUntil("say", "nobody", "anything");
        }
    }
}
