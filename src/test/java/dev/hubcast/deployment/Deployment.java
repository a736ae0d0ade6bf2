package dev.hubcast.deployment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubcast.dispatch.HubModel;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.assertj.core.api.AbstractThrowableAssert;

/** Classes deployed into a CDI container within the test's process, with Hubcast's extension. */
final class Deployment implements AutoCloseable {

    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger OF_WELD = Logger.getLogger("org.jboss.weld");

    static {
        OF_WELD.setLevel(Level.WARNING);
    }

    private final SeContainer container;

    private Deployment(SeContainer container) {
        this.container = container;
    }

    static Deployment of(Class<?>... beans) {
        return new Deployment(SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(HubcastExtension.class)
                .addBeanClasses(beans)
                .initialize());
    }

    /** What the author reads when the deployment fails. */
    static AbstractThrowableAssert<?, ?> failureOf(Class<?>... beans) {
        return assertThatThrownBy(() -> of(beans).close());
    }

    SeContainer container() {
        return container;
    }

    List<HubModel> hubs() {
        return container.getBeanManager().getExtension(HubcastExtension.class).models();
    }

    /** The only hub in one line, as the log tells it. */
    String hub() {
        return hubs().get(0).toString();
    }

    @Override
    public void close() {
        container.close();
    }
}
