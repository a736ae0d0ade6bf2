package dev.hubcast.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.Hub;
import dev.hubcast.dispatch.hubs.Lifecycle;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.websocket.server.ServerEndpoint;
import org.junit.jupiter.api.Test;

/** A life-cycle method that a hub inherits must be one that its proxy passes on. */
class InheritedLifecycleTest {

    /** Its proxy, in this package, cannot override a package-private method of another one, and would run it on itself. */
    @Hub
    @ServerEndpoint("/hubs/heir")
    static class HeirHub extends Lifecycle {}

    @Test
    void one_that_no_proxy_can_reach_is_named_with_its_cure() {
        try (SeContainer container = SeContainerInitializer.newInstance().disableDiscovery().addBeanClasses(HeirHub.class).initialize()) {
            BeanManager beans = container.getBeanManager();
            HubModelReader reader = new HubModelReader(beans.createAnnotatedType(HeirHub.class), beans::isScope);

            assertThat(reader.read()).isEmpty();
            assertThat(reader.problems()).containsExactly("Hub " + HeirHub.class.getName() + ": method opened() carries @OnOpen but is"
                    + " package-private in another package than the hub's, where no proxy can reach it. Make it protected or public.");
        }
    }
}
