package dev.hubcast.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import dev.hubcast.HubMethod;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnOpen;
import jakarta.websocket.server.ServerEndpoint;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FineHubsTest {

    @RolesAllowed("base")
    static class Base {

        @HubMethod
        public void ping() {}

        @HubMethod("Forbidden")
        @DenyAll
        public void forbidden() {}

        public void notCallable() {}

        @OnOpen
        void opened() {}
    }

    @Hub
    @ServerEndpoint("/a")
    static class Inherits extends Base {}

    @Hub
    @ServerEndpoint("/a")
    static class Overrides extends Base {

        @Override
        @HubMethod
        public void ping() {}

        @Override
        @OnOpen
        void opened() {}
    }

    abstract static class GenericBase<T> {

        @HubMethod
        public void said(T what) {}

        @HubMethod
        public abstract T last();
    }

    @Hub
    @ServerEndpoint("/a")
    static class OverridesGeneric extends GenericBase<String> {

        @Override
        public void said(String what) {}

        @Override
        public String last() {
            return null;
        }
    }

    @Hub
    @RequestScoped
    @ServerEndpoint("/a")
    static class PerCall {

        private int state;
    }

    @Hub
    @Dependent
    @ServerEndpoint("/a")
    static final class PerCallAndFinal {

        private int state;
    }

    @Hub
    @Singleton
    @ServerEndpoint("/a")
    static class OwnDuty {

        private volatile int state;
    }

    @Hub(name = "all")
    @ServerEndpoint("/rooms/{room}")
    @RolesAllowed({"user", "admin"})
    static class Everything {

        private static int started;

        private final List<String> rooms = List.of();

        @Inject
        private HubContext<Everything> hub;

        @Resource
        private Object resource;

        @OnOpen
        void opened(HubCaller caller) {}

        @OnClose
        protected void closed(CloseReason reason, HubCaller caller) {}

        @OnError
        public void failed(Throwable failure) {}

        @PostConstruct
        public void init() {
            started++;
        }

        @Inject
        public void initializer(HubContext<Everything> hub) {}

        @Produces
        @Dependent
        public StringBuilder produced() {
            return new StringBuilder();
        }

        public void observed(@Observes StringBuilder event) {}

        public void observedLater(@ObservesAsync StringBuilder event) {}

        public static void ofTheClass() {}

        void ofThePackage() {}

        @Override
        public String toString() {
            return "everything";
        }

        public void join(HubCaller caller, String room) {}

        @RolesAllowed("**")
        public CompletionStage<List<String>> rooms() {
            return null;
        }

        @HubMethod("SendPrivate")
        @RolesAllowed("user")
        public void whisper(String user, String text) {}
    }

    private static String hub(Class<?> type) {
        try (Deployment deployment = Deployment.of(type)) {
            return deployment.hub();
        }
    }

    @Test
    void inherited_methods_are_callable_where_they_say_so_under_the_rules_of_their_class() {
        assertThat(hub(Inherits.class)).isEqualTo("Inherits at /a for everybody: Forbidden (nobody), ping (base)");
    }

    @Test
    void a_method_may_be_overridden() {
        assertThat(hub(Overrides.class)).isEqualTo("Overrides at /a for everybody: Forbidden (nobody), ping (everybody)");
    }

    @Test
    void an_inherited_generic_method_may_be_overridden_with_the_type() {
        assertThat(hub(OverridesGeneric.class)).isEqualTo("OverridesGeneric at /a for everybody: last (everybody), said (everybody)");
    }

    @ParameterizedTest
    @ValueSource(classes = {PerCall.class, PerCallAndFinal.class, OwnDuty.class})
    void a_hub_with_a_scope_of_its_own_may_have_state(Class<?> hub) {
        assertThat(hub(hub)).startsWith(hub.getSimpleName() + " at /a");
    }

    @Test
    void only_the_public_methods_that_are_nobody_elses_are_callable() {
        assertThat(hub(Everything.class)).isEqualTo("all at /rooms/{room} for admin, user:"
                + " SendPrivate (user), join (admin, user), rooms (**)");
    }

    @Test
    void the_roles_that_beans_name_are_known() {
        try (Deployment deployment = Deployment.of(Everything.class, Base.class)) {
            HubcastExtension extension = deployment.container().getBeanManager().getExtension(HubcastExtension.class);

            assertThat(extension.roles()).containsExactly("admin", "base", "user");
            assertThat(deployment.hubs().get(0).namedRoles()).containsExactlyInAnyOrder("admin", "user");
        }
    }
}
