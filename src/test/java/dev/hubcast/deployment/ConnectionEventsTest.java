package dev.hubcast.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import dev.hubcast.connection.Eventually;
import dev.hubcast.connection.Peer;
import dev.hubcast.event.Connected;
import dev.hubcast.event.Disconnected;
import dev.hubcast.event.GroupJoined;
import dev.hubcast.event.GroupLeft;
import dev.hubcast.event.OfHub;
import dev.hubcast.security.CallerIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnOpen;
import jakarta.websocket.server.ServerEndpoint;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** What becomes of connections is told to beans that observe it. */
class ConnectionEventsTest {

    @ApplicationScoped
    static class Notes {

        private final List<String> all = new CopyOnWriteArrayList<>();

        void add(String note) {
            all.add(note);
        }

        List<String> all() {
            return all;
        }
    }

    @Hub(name = "chat")
    @ServerEndpoint("/chat")
    static class Chat {

        @Inject
        Notes notes;

        @Inject
        HubContext<Chat> hub;

        @OnOpen
        void opened(HubCaller caller) {
            notes.add("@OnOpen");
            hub.groups().add(caller, "everybody");
        }

        @OnClose
        void closed() {
            notes.add("@OnClose");
        }

        public void join(HubCaller caller, String group) {
            hub.groups().add(caller, group);
            hub.groups().add(caller, group);
            notes.add("join returns");
        }

        public void leave(HubCaller caller, String group) {
            hub.groups().remove(caller, group);
            hub.groups().remove(caller, group);
        }
    }

    @Hub(name = "news")
    @ServerEndpoint("/news")
    static class News {

        @OnOpen
        void refused() {
            throw new IllegalStateException("nobody reads the news");
        }
    }

    @ApplicationScoped
    static class ChatObserver {

        @Inject
        Notes notes;

        @Inject
        HubCaller injected;

        void connected(@Observes @OfHub("chat") Connected event) {
            notes.add("connected " + event.hub() + " " + event.caller().userName() + " " + injected.userName());
        }

        void joined(@Observes @OfHub("chat") GroupJoined event) {
            notes.add("joined " + event.group());
        }

        void left(@Observes @OfHub("chat") GroupLeft event) {
            notes.add("left " + event.group());
        }

        void disconnected(@Observes @OfHub("chat") Disconnected event) {
            notes.add("disconnected " + event.caller().userName() + " " + event.reason().getCloseCode().getCode());
        }
    }

    @ApplicationScoped
    static class ObserverOfAll {

        @Inject
        Notes notes;

        void connected(@Observes Connected event) {
            notes.add("connected " + event.hub());
        }

        void disconnected(@ObservesAsync Disconnected event) {
            notes.add("disconnected " + event.hub());
        }
    }

    @ApplicationScoped
    static class FailingObserver {

        void connected(@Observes Connected event) {
            throw new IllegalStateException("on purpose");
        }
    }

    @ApplicationScoped
    static class ObserverOfNoHub {

        void connected(@Observes @OfHub("chta") Connected event) {}
    }

    private static final CallerIdentity ADA = new CallerIdentity(() -> "ada", Set.of(), Set.of());

    @Test
    void an_observer_of_a_hub_hears_all_of_a_connection_in_its_order() {
        try (OpenHubs hubs = OpenHubs.of(Chat.class, Notes.class, ChatObserver.class)) {
            Peer ada = hubs.connect("chat", ADA);
            Eventually.holds(() -> assertThat(noted(hubs)).contains("joined everybody"));
            ada.invokes("1", "join", "\"java\"");
            ada.invokes("2", "leave", "\"everybody\"");
            Eventually.holds(() -> assertThat(noted(hubs)).contains("left everybody"));
            ada.vanishes();

            Eventually.holds(() -> assertThat(noted(hubs)).containsExactly(
                    "connected chat ada ada", "@OnOpen", "joined everybody", "join returns", "joined java", "left everybody", "@OnClose",
                    "left java", "disconnected ada 1006"));
        }
    }

    /** Without those of the probe that says whether a peer is connected. */
    private static List<String> noted(OpenHubs hubs) {
        return hubs.bean(Notes.class).all().stream().filter(note -> !note.contains("probe")).toList();
    }

    @Test
    void an_observer_without_a_qualifier_hears_of_all_hubs_and_each_connection_that_began_has_an_end() {
        Logger failures = Logger.getLogger("dev.hubcast.dispatch.HubDispatcher");
        failures.setLevel(Level.OFF);
        try (OpenHubs hubs = OpenHubs.of(Chat.class, News.class, Notes.class, ObserverOfAll.class)) {
            hubs.connect("news");
            hubs.connect("chat").vanishes();

            Eventually.holds(() -> assertThat(noted(hubs)).containsExactlyInAnyOrder(
                    "connected news", "disconnected news", "connected chat", "@OnOpen", "@OnClose", "disconnected chat"));
        } finally {
            failures.setLevel(null);
        }
    }

    @Test
    void what_an_observer_throws_changes_nothing() {
        Logger log = Logger.getLogger("dev.hubcast.event.bridge");
        log.setLevel(Level.OFF);
        try (OpenHubs hubs = OpenHubs.of(Chat.class, Notes.class, FailingObserver.class)) {
            Peer ada = hubs.connect("chat");
            ada.invokes("1", "join", "\"java\"");

            Eventually.holds(() -> assertThat(noted(hubs)).containsExactly("@OnOpen", "join returns"));
        } finally {
            log.setLevel(null);
        }
    }

    @Test
    void an_observer_of_a_hub_that_does_not_exist_fails_the_deployment() {
        Deployment.failureOf(Chat.class, Notes.class, ObserverOfNoHub.class).hasMessageContainingAll(
                ObserverOfNoHub.class.getName(), "there is no hub 'chta', as its @OfHub says", "Name one of these: chat.");
    }
}
