package dev.hubcast.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubcast.Hub;
import dev.hubcast.HubFilter;
import dev.hubcast.HubInvocation;
import dev.hubcast.connection.Eventually;
import dev.hubcast.connection.Peer;
import dev.hubcast.event.OfHub;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Vetoed;
import jakarta.servlet.ServletException;
import jakarta.websocket.server.ServerEndpoint;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FilterBeansTest {

    private static final List<String> NOTED = new CopyOnWriteArrayList<>();

    @Hub(name = "chat")
    @ServerEndpoint("/chat")
    static class Chat {

        public String say(String text) {
            return text;
        }
    }

    @Hub(name = "sales")
    @ServerEndpoint("/sales")
    static class Sales {

        public String say(String text) {
            return text;
        }
    }

    /** Writes its name behind the text. */
    interface Naming extends HubFilter {

        String name();

        @Override
        default Object invoke(HubInvocation call, NextInvocation next) throws Exception {
            return next.proceed(call.withArguments(List.of(call.arguments().get(0) + " " + name())));
        }
    }

    @ApplicationScoped
    @Priority(10)
    static class Outermost implements Naming {

        @Override
        public String name() {
            return "10";
        }
    }

    @ApplicationScoped
    static class BetweenByName implements Naming {

        @Override
        public String name() {
            return "between";
        }
    }

    @ApplicationScoped
    static class BehindByName implements Naming {

        @Override
        public String name() {
            return "behind";
        }
    }

    @ApplicationScoped
    @Priority(3000)
    @OfHub("chat")
    static class OfChat implements Naming {

        @Override
        public String name() {
            return "chat";
        }
    }

    @Dependent
    static class OneForEachHub implements Naming {

        @Override
        public String name() {
            return String.valueOf(System.identityHashCode(this));
        }

        @PreDestroy
        void end() {
            NOTED.add("released");
        }
    }

    @ApplicationScoped
    static class Factory {

        @Produces
        @ApplicationScoped
        @Priority(5000)
        @OfHub("sales")
        HubFilter filter() {
            return (Naming) () -> "produced";
        }
    }

    @ApplicationScoped
    @OfHub("chit")
    static class OfNobody implements HubFilter {}

    @SessionScoped
    static class OfASession implements HubFilter, Serializable {

        private static final long serialVersionUID = 1L;
    }

    @Hub
    @ServerEndpoint("/both")
    static class Both implements HubFilter {}

    static class NoBean implements HubFilter {}

    @Vetoed
    static class NoBeanOnPurpose implements HubFilter {}

    @Alternative
    static class NotChosen implements HubFilter {}

    abstract static class Unfinished implements HubFilter {}

    @BeforeEach
    void begin() {
        NOTED.clear();
    }

    private static String said(OpenHubs hubs, String hub) {
        Peer peer = hubs.connect(hub);
        peer.invokes("1", "say", "\"hi\"");
        Eventually.holds(() -> assertThat(peer.hears()).hasSize(2));
        return peer.hears().get(1).replaceAll(".*\"result\":\"|\"}", "");
    }

    @Test
    void priorities_order_filters_and_then_their_names_and_each_is_for_all_hubs_or_for_one() {
        try (OpenHubs hubs = OpenHubs.of(Chat.class, Sales.class, OfChat.class, BetweenByName.class, BehindByName.class, Outermost.class)) {
            assertThat(said(hubs, "chat")).isEqualTo("hi 10 behind between chat");
            assertThat(said(hubs, "sales")).isEqualTo("hi 10 behind between");
        }
    }

    @Test
    void a_filter_can_be_produced() {
        try (OpenHubs hubs = OpenHubs.of(Chat.class, Sales.class, Factory.class, BehindByName.class)) {
            assertThat(said(hubs, "chat")).isEqualTo("hi behind");
            assertThat(said(hubs, "sales")).isEqualTo("hi behind produced");
        }
    }

    @Test
    void a_dependent_filter_is_made_for_each_hub_and_released_with_the_application() {
        try (Deployment deployment = Deployment.of(Chat.class, Sales.class, OneForEachHub.class)) {
            FilterBeans filters = deployment.container().getBeanManager().getExtension(HubcastExtension.class).filters();
            filters.of("chat", deployment.container().getBeanManager());
            filters.of("sales", deployment.container().getBeanManager());
            filters.release();

            assertThat(NOTED).containsExactly("released", "released");
        }
    }

    @Test
    void a_filter_of_no_hub_fails_the_deployment() {
        Deployment.failureOf(Chat.class, Sales.class, OfNobody.class).hasMessageContaining("Filter " + OfNobody.class.getName()
                + ": there is no hub 'chit', as its @OfHub says. Name one of these: chat, sales; or leave @OfHub out, for all hubs.");
        Deployment.failureOf(OfNobody.class).hasMessageContaining("This application has no other either.");
    }

    @Test
    void a_filter_of_an_http_session_fails_the_deployment() {
        Deployment.failureOf(Chat.class, OfASession.class).hasMessageContainingAll(
                "Filter " + OfASession.class.getName(), "it is @SessionScoped", "@ApplicationScoped", "HubCaller.items()");
    }

    @Test
    void a_hub_that_is_a_filter_too_fails_the_deployment() {
        Deployment.failureOf(Both.class).hasMessageContainingAll(Both.class.getName(), "it is a HubFilter too", "a bean of its own");
    }

    @Test
    void a_filter_that_is_no_bean_fails_the_deployment() throws ServletException {
        DeploymentCheck check = new DeploymentCheck(Set.of(NoBean.class, NoBeanOnPurpose.class, NotChosen.class, Unfinished.class,
                Naming.class, Outermost.class, Chat.class));

        assertThatThrownBy(() -> check.requireFilterBeans(Optional.of(Set.of(Outermost.class)))).hasMessage("Filter "
                + NoBean.class.getName() + " is no CDI bean here. Give it a scope, such as @ApplicationScoped; or @Vetoed, if it is not"
                + " meant to be one.");
        check.requireFilterBeans(Optional.of(Set.of(Outermost.class, NoBean.class)));
        check.requireFilterBeans(Optional.empty());
    }

    @Test
    void where_a_bean_makes_filters_their_classes_are_not_known() {
        try (Deployment deployment = Deployment.of(Chat.class, Sales.class, Factory.class)) {
            assertThat(deployment.container().getBeanManager().getExtension(HubcastExtension.class).filters().classes()).isEmpty();
        }
        try (Deployment deployment = Deployment.of(Chat.class, OfChat.class)) {
            assertThat(deployment.container().getBeanManager().getExtension(HubcastExtension.class).filters().classes())
                    .contains(Set.of(OfChat.class));
        }
    }
}
