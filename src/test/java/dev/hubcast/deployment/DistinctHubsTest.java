package dev.hubcast.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.Hub;
import dev.hubcast.dispatch.HubModel;
import jakarta.websocket.server.ServerEndpoint;
import org.junit.jupiter.api.Test;

class DistinctHubsTest {

    @Hub(name = "chat")
    @ServerEndpoint("/chat")
    static class Chat {}

    @Hub(name = "chat")
    @ServerEndpoint("/other")
    static class SameName {}

    @Hub(name = "same-path")
    @ServerEndpoint("/chat")
    static class SamePath {}

    @Hub(name = "room")
    @ServerEndpoint("/rooms/{room}")
    static class Room {}

    @Hub(name = "house")
    @ServerEndpoint("/rooms/{house}")
    static class House {}

    @Hub(name = "lobby")
    @ServerEndpoint("/rooms/lobby")
    static class Lobby {}

    @Test
    void hubs_of_one_name() {
        Deployment.failureOf(Chat.class, SameName.class).hasMessageContainingAll(
                Chat.class.getName(), SameName.class.getName(), "the same name 'chat'", "@Hub(name = …)");
    }

    @Test
    void hubs_at_one_path() {
        Deployment.failureOf(Chat.class, SamePath.class).hasMessageContainingAll(
                Chat.class.getName(), SamePath.class.getName(), "the same path", "@ServerEndpoint");
    }

    @Test
    void hubs_at_paths_that_differ_only_in_the_names_of_variables() {
        Deployment.failureOf(Room.class, House.class).hasMessageContainingAll(
                Room.class.getName(), House.class.getName(), "the same path", "@ServerEndpoint");
    }

    @Test
    void a_path_may_be_one_that_another_hubs_template_matches_too() {
        try (Deployment deployment = Deployment.of(Room.class, Lobby.class)) {
            assertThat(deployment.hubs()).extracting(HubModel::name).containsExactlyInAnyOrder("room", "lobby");
        }
    }
}
