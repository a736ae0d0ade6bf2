package dev.hubcast.testing;

import dev.hubcast.connection.LocalHub;
import dev.hubcast.deployment.HubcastExtension;
import dev.hubcast.dispatch.HubModel;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.json.bind.Jsonb;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * A hub of the application in which a test runs, by Arquillian for instance, and clients of it without a network:
 *
 * <pre>{@code
 * @Test
 * void the_region_hears_of_an_order_after_the_commit() {
 *     HubTestClient ada = DeployedHub.of(SalesHub.class).connect(as -> as.user("ada").query("region", "emea"));
 *     orders.place(new Order("tea", "emea"));
 *     ada.received("orderPlaced", "tea");
 * }
 * }</pre>
 *
 * <p>Everything is the application's own: beans, transactions, interceptors, observers, threads. Clients hear what is sent by whomever.
 * The caller is who the test says as far as Hubcast is concerned: the hub's roles, {@link dev.hubcast.HubCaller}, users. EJBs below the hub
 * see the identity under which the test connects, because no application can give its threads another one.
 *
 * <p>{@code @OnClose} may not be over yet when {@link HubTestClient#disconnect()} returns. Assertions wait, as {@link #patience} says.
 *
 * <p>A deployed hub belongs to one thread; its clients may have several.
 */
public final class DeployedHub {

    private final Entrance entrance;
    private Wire wire;
    private Duration patience = RecordingHubContext.PATIENCE;

    private DeployedHub(Entrance entrance) {
        this.entrance = entrance;
    }

    /**
     * A hub of the application on whose behalf the thread runs.
     *
     * @param hub the hub class, not null
     * @return the hub
     * @throws IllegalArgumentException if the application has no such hub
     * @throws IllegalStateException if its hubs are not open
     */
    public static DeployedHub of(Class<?> hub) {
        HubcastExtension extension = HubcastExtension.ofApplication()
                .orElseThrow(() -> new IllegalStateException(
                        "No application is here. Run the test in the container, or take a HubTester."));
        HubModel model = extension.models().stream()
                .filter(each -> each.type() == hub)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The application has no hub " + hub.getName() + "."));
        LocalHub open = extension.senderOf(model).hub()
                .orElseThrow(() -> new IllegalStateException("The application's hubs are not open yet."));
        return new DeployedHub(new Entrance(model, open, extension.roles(), () -> UUID.randomUUID().toString(), DeployedHub::context,
                new CallersThread()));
    }

    /** As on the request that opens a connection. */
    private static Executor context() {
        try {
            ContextService contexts = (ContextService) new InitialContext().lookup("java:comp/DefaultContextService");
            return contexts.currentContextExecutor();
        } catch (NamingException e) {
            throw new IllegalStateException("The thread has no java:comp of an application.", e);
        }
    }

    /**
     * Has clients map values as the application's {@link dev.hubcast.HubJson} bean does.
     *
     * @param jsonb the bean, not null
     * @return this
     */
    public DeployedHub json(Jsonb jsonb) {
        wire = Wire.of(Objects.requireNonNull(jsonb, "jsonb"));
        return this;
    }

    /**
     * How long clients that connect from now on, and their assertions, wait for the hub. If nothing is said, five seconds.
     *
     * @param howLong the time, not null
     * @return this
     */
    public DeployedHub patience(Duration howLong) {
        patience = Objects.requireNonNull(howLong, "howLong");
        return this;
    }

    /**
     * Connects a client that is not logged in; {@code @OnOpen} is done when this returns.
     *
     * @return the client
     * @throws RefusedConnectionException if the hub does not let it in
     */
    public HubTestClient connect() {
        return connect(as -> { });
    }

    /**
     * Connects a client; {@code @OnOpen} is done when this returns.
     *
     * @param as says who connects and by what request, not null
     * @return the client
     * @throws RefusedConnectionException if the hub does not let it in
     */
    public HubTestClient connect(Consumer<ConnectAs> as) {
        ConnectAs caller = new ConnectAs();
        as.accept(caller);
        if (wire == null) {
            wire = Wire.standard();
        }
        return entrance.connect(caller, wire, patience);
    }
}
