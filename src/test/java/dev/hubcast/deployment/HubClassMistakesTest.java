package dev.hubcast.deployment;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.EncodeException;
import jakarta.websocket.Encoder;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each mistake in a hub class fails the deployment, and the author reads which class it is and what helps. */
class HubClassMistakesTest {

    @Hub
    static class WithoutAPath {}

    @Hub
    @ServerEndpoint("/a")
    static final class Final {}

    @Hub
    @ServerEndpoint("/a")
    static class OnlyInjectedByConstructor {

        final HubContext<OnlyInjectedByConstructor> hub;

        @Inject
        OnlyInjectedByConstructor(HubContext<OnlyInjectedByConstructor> hub) {
            this.hub = hub;
        }
    }

    @Hub
    @ServerEndpoint("/a")
    static class FinalMethod {

        public final void join(HubCaller caller) {}
    }

    @Hub
    @ServerEndpoint("/a")
    static class State {

        private Map<String, String> names;
    }

    static class InheritedState {

        int calls;
    }

    @Hub
    @ServerEndpoint("/a")
    static class InheritsState extends InheritedState {}

    @Hub
    @ServerEndpoint("/a")
    abstract static class Abstract {}

    @Hub
    @ServerEndpoint("/a")
    class Inner {}

    @Hub(name = "the chat")
    @ServerEndpoint("/a")
    static class OddName {}

    @Hub
    @ServerEndpoint("/a")
    @RolesAllowed("admin")
    @PermitAll
    static class TwoRules {}

    static class Text implements Encoder.Text<String> {

        @Override
        public String encode(String text) throws EncodeException {
            return text;
        }
    }

    @Hub
    @ServerEndpoint(value = "/a", encoders = Text.class)
    static class Encoders {}

    public static class OwnInstances extends ServerEndpointConfig.Configurator {

        @Override
        public <T> T getEndpointInstance(Class<T> endpoint) {
            return null;
        }
    }

    @Hub
    @ServerEndpoint(value = "/a", configurator = OwnInstances.class)
    static class Configured {}

    interface AsksClients {

        String name();
    }

    @Hub(client = AsksClients.class)
    @ServerEndpoint("/a")
    static class BadClient {}

    static class NoHub {}

    @ApplicationScoped
    static class WantsNoHub {

        @Inject
        HubContext<NoHub> hub;
    }

    @ApplicationScoped
    static class WantsBrokenHub {

        @Inject
        HubContext<WithoutAPath> hub;
    }

    @Hub
    static class TwoMistakes {

        String state;
    }

    private static void assertFails(Class<?> hub, String... words) {
        Deployment.failureOf(hub).hasMessageContaining("Hub " + hub.getName() + ": ").hasMessageContainingAll(words);
    }

    @Test
    void a_hub_without_a_path() {
        assertFails(WithoutAPath.class, "it has no path", "Add @ServerEndpoint");
    }

    @Test
    void a_final_class() {
        assertFails(Final.class, "proxy of a final class", "Remove 'final'");
    }

    @Test
    void a_class_without_a_constructor_that_takes_nothing() {
        assertFails(OnlyInjectedByConstructor.class, "without a constructor that takes nothing", "Add one");
    }

    @Test
    void a_final_method() {
        assertFails(FinalMethod.class, "the final method join", "Remove 'final'");
    }

    @Test
    void a_field_that_is_state() {
        assertFails(State.class, "field names is neither final nor injected", "HubCaller.items()");
        assertFails(InheritsState.class, "field calls is neither final nor injected", "HubCaller.items()");
    }

    @ParameterizedTest
    @ValueSource(classes = {Abstract.class, Inner.class})
    void a_class_that_cannot_be_a_bean(Class<?> hub) {
        assertFails(hub, "it cannot be a bean", "Make it a concrete class");
    }

    @Test
    void a_name_that_fits_into_no_configuration_key() {
        assertFails(OddName.class, "the name 'the chat'", "@Hub(name = …)");
    }

    @Test
    void two_access_rules() {
        assertFails(TwoRules.class, "only one of @RolesAllowed, @PermitAll and @DenyAll", "remove the others");
    }

    @Test
    void encoders() {
        assertFails(Encoders.class, "encoders and decoders", "Remove them", "@HubJson");
    }

    @Test
    void a_configurator_that_chooses_the_instance() {
        assertFails(Configured.class, OwnInstances.class.getName(), "getEndpointInstance", "Remove that method");
    }

    @Test
    void a_client_interface_that_cannot_work() {
        assertFails(BadClient.class, AsksClients.class.getName() + ".name", "Let it return void");
    }

    @Test
    void every_mistake_is_told_at_once() {
        assertFails(TwoMistakes.class, "it has no path", "field state");
    }

    @Test
    void the_mistakes_of_several_hubs_are_told_at_once() {
        Deployment.failureOf(WithoutAPath.class, State.class).hasMessageContainingAll("it has no path", "field names");
    }

    @Test
    void a_mistake_is_told_also_where_the_hubs_context_is_injected() {
        Deployment.failureOf(WantsBrokenHub.class, WithoutAPath.class).hasMessageContaining("it has no path");
    }

    @Test
    void a_context_of_a_class_that_is_no_hub() {
        Deployment.failureOf(WantsNoHub.class)
                .hasMessageContainingAll("HubContext<", NoHub.class.getSimpleName(), WantsNoHub.class.getSimpleName());
    }
}
