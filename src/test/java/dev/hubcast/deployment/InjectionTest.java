package dev.hubcast.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubcast.ClientProxy;
import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;
import org.junit.jupiter.api.Test;

class InjectionTest {

    private static final String NO_CALL = "No hub call runs on this thread, so there is no HubCaller to inject. Take it as a parameter of"
            + " the hub method and hand it on, or send through HubContext.";

    @Hub
    @ServerEndpoint("/chat")
    static class Chat {

        @Inject
        HubContext<Chat> own;
    }

    @Hub
    @ServerEndpoint("/news")
    static class News {}

    public interface Reader {

        void read(String text);
    }

    @ApplicationScoped
    static class Service {

        @Inject
        HubContext<Chat> chat;

        @Inject
        HubContext<News> news;

        @Inject
        HubCaller caller;

        HubContext<Chat> chat() {
            return chat;
        }

        HubContext<News> news() {
            return news;
        }

        String callersUser() {
            return caller.userName();
        }

        @ActivateRequestContext
        String callersUserInARequest() {
            return caller.userName();
        }
    }

    private static SeContainer deploy() {
        return Deployment.of(Chat.class, News.class, Service.class).container();
    }

    @Test
    void every_hub_has_a_context_of_its_own() {
        try (SeContainer container = deploy()) {
            Service service = container.select(Service.class).get();

            assertThat(service.chat()).isNotNull();
            assertThat(service.news()).isNotNull();
            assertThat(service.chat().clients()).isNotSameAs(service.news().clients());
            assertThat(service.chat().clients()).isSameAs(service.chat().clients());
        }
    }

    @Test
    void before_the_hub_is_open_nobody_hears_and_nothing_fails() {
        try (SeContainer container = deploy()) {
            HubContext<Chat> chat = container.select(Service.class).get().chat();
            ClientProxy all = chat.clients().all();
            all.send("said", "hello");
            chat.clients(Reader.class).group("java").read("hello");

            assertThat(chat.groups().add("unknown", "java").toCompletableFuture()).isCompleted();
            assertThatThrownBy(() -> all.send("")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> chat.groups().add("unknown", "")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_caller_that_is_used_outside_a_call_says_what_helps() {
        try (SeContainer container = deploy()) {
            Service service = container.select(Service.class).get();

            assertThatThrownBy(service::callersUser).isInstanceOf(IllegalStateException.class).hasMessage(NO_CALL);
        }
    }

    @Test
    void a_caller_that_is_used_in_a_request_of_another_kind_says_what_helps() {
        try (SeContainer container = deploy()) {
            Service service = container.select(Service.class).get();

            assertThatThrownBy(service::callersUserInARequest).isInstanceOf(IllegalStateException.class).hasMessage(NO_CALL);
        }
    }
}
