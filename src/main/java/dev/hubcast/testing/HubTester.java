package dev.hubcast.testing;

import dev.hubcast.Hub;
import dev.hubcast.HubFilter;
import dev.hubcast.dispatch.HubFilters;
import dev.hubcast.dispatch.HubFilters.Ranked;
import jakarta.annotation.Priority;
import jakarta.json.bind.Jsonb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Puts a hub to work in a plain test, without a server or a CDI container:
 *
 * <pre>{@code
 * HubTester<ChatHub> chat = HubTester.of(ChatHub.class).with(Rooms.class, new InMemoryRooms());
 *
 * @Test
 * void the_room_hears_what_is_said_and_nobody_else_does() {
 *     var ada = chat.connect(as -> as.user("ada"));
 *     var eve = chat.connect(as -> as.user("eve"));
 *     ada.invoke("join", "java");
 *     ada.invoke("say", "java", "hello");
 *     ada.received("said", "java", "ada", "hello");
 *     eve.receivedNothing();
 * }
 * }</pre>
 *
 * <p><b>As on a server</b> are the hub's names, its access rules, the binding of arguments and results to JSON and back, constraints where
 * a provider of Bean Validation is on the class path, {@linkplain #filters filters}, life-cycle methods, groups, users, items, the order
 * of calls, what clients read of failures, and mistakes that would fail the deployment. Each tester has connections and groups of its own.
 *
 * <p><b>Injected</b> by constructor, field or initializer is what {@link #with} has brought, by its type alone, without regard to
 * qualifiers; {@link dev.hubcast.HubContext} and {@link dev.hubcast.RealtimeService} of the hub and {@link dev.hubcast.HubCaller} are there
 * already. After that {@code @PostConstruct} is called. A hub that is {@code @RequestScoped} or {@code @Dependent} is made anew for each
 * call.
 *
 * <p><b>Not there</b> is what a container does: interceptors such as {@code @Transactional}, decorators, observers (call them on
 * {@link #hub()}), CDI contexts and JNDI, {@code @PreDestroy}, and the identity of the caller in beans and EJBs below the hub. Nor is
 * there anything that takes time: keep-alive, time-outs, slow clients. For all that there are tests in the container.
 *
 * <p>Needs Jakarta EE's API and JSON Binding on the class path. Everything is said before the first client connects. A tester belongs to
 * one thread; its clients may have several.
 *
 * @param <H> the hub class
 */
public final class HubTester<H> {

    private final Class<H> type;
    private final RecordingHubContext<H> context = new RecordingHubContext<>(this::wire, this::patience);
    private final ProvidedBeans beans;
    private final List<Ranked> filters = new ArrayList<>();
    private final Set<String> declaredRoles = new TreeSet<>();
    private Duration patience = RecordingHubContext.PATIENCE;
    private boolean detailedErrors;
    private Wire wire;
    private TestedHub<H> tested;

    private HubTester(Class<H> type) {
        this.type = type;
        this.beans = new ProvidedBeans(type, context);
    }

    /**
     * A tester of a hub.
     *
     * @param <H> the hub class
     * @param hub the hub class, not null
     * @return a tester without clients
     * @throws IllegalArgumentException if the class does not carry {@link Hub}
     */
    public static <H> HubTester<H> of(Class<H> hub) {
        if (!hub.isAnnotationPresent(Hub.class)) {
            throw new IllegalArgumentException(hub.getName() + " is no hub. Annotate it with @Hub.");
        }
        return new HubTester<>(hub);
    }

    /**
     * Brings what the hub has injected. A {@link dev.hubcast.UserIdentifierProvider} is also asked for the users of connections, a
     * {@link dev.hubcast.TenantResolver} for their tenants, and a {@link dev.hubcast.JoinGuard} for the groups that they choose.
     *
     * @param <T> the type of the injection point, or one below it
     * @param type the same, not null
     * @param bean what is injected, not null
     * @return this
     * @throws IllegalArgumentException if there is something of the type already
     */
    public <T> HubTester<H> with(Class<T> type, T bean) {
        requireNobodyConnected();
        beans.add(Objects.requireNonNull(type, "type"), Objects.requireNonNull(bean, "bean"));
        return this;
    }

    /**
     * Puts filters around the hub, beside those that are there already, in the order that their {@link jakarta.annotation.Priority} says. A
     * filter is taken for one of this hub, whatever its {@link dev.hubcast.event.OfHub} says.
     *
     * @param more the filters, none null
     * @return this
     */
    public HubTester<H> filters(HubFilter... more) {
        requireNobodyConnected();
        for (HubFilter each : more) {
            Class<?> written = each.getClass();
            filters.add(new Ranked(each, written.getName(), HubFilters.priority(written.getAnnotation(Priority.class))));
        }
        return this;
    }

    /**
     * Maps values as the application's {@link dev.hubcast.HubJson} bean does.
     *
     * @param jsonb the bean, not null
     * @return this
     */
    public HubTester<H> json(Jsonb jsonb) {
        requireNobodyConnected();
        wire = Wire.of(Objects.requireNonNull(jsonb, "jsonb"));
        return this;
    }

    /**
     * Declares roles that the application names elsewhere than on the hub, so that {@link dev.hubcast.HubCaller#isUserInRole} answers for
     * them.
     *
     * @param roles the roles, none null
     * @return this
     */
    public HubTester<H> declareRoles(String... roles) {
        requireNobodyConnected();
        declaredRoles.addAll(List.of(roles));
        return this;
    }

    /**
     * Has clients read the messages of ordinary exceptions, as {@code hubcast.detailed-errors} does.
     *
     * @return this
     */
    public HubTester<H> detailedErrors() {
        requireNobodyConnected();
        detailedErrors = true;
        return this;
    }

    /**
     * How long clients and assertions wait for what other threads do: for the end of a method that returns a stage, and for a message that
     * is not there. If nothing is said, five seconds.
     *
     * @param howLong the time, not null
     * @return this
     */
    public HubTester<H> patience(Duration howLong) {
        requireNobodyConnected();
        patience = Objects.requireNonNull(howLong, "howLong");
        return this;
    }

    /**
     * Connects a client that is not logged in; {@code @OnOpen} is done when this returns.
     *
     * @return the client
     * @throws RefusedConnectionException if the hub does not let it in
     * @throws IllegalArgumentException if a server would not deploy the hub; the message says why
     * @throws IllegalStateException if something is missing that the hub has injected; the message says what
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
     * @throws IllegalArgumentException if a server would not deploy the hub; the message says why
     * @throws IllegalStateException if something is missing that the hub has injected; the message says what
     */
    public HubTestClient connect(Consumer<ConnectAs> as) {
        ConnectAs caller = new ConnectAs();
        as.accept(caller);
        return tested().connect(caller);
    }

    /**
     * The hub, to call what clients do not: its observers, for instance.
     *
     * @return the object that serves all calls; a new one if each call has its own
     * @throws IllegalArgumentException if a server would not deploy the hub; the message says why
     * @throws IllegalStateException if something is missing that the hub has injected; the message says what
     */
    public H hub() {
        return tested().hub();
    }

    /**
     * What the hub has injected to send by, for other beans to send by and for assertions on what was sent to whom.
     *
     * @return the context, not null; there from the beginning, so that beans for {@link #with} can have it
     */
    public RecordingHubContext<H> context() {
        return context;
    }

    private TestedHub<H> tested() {
        if (tested == null) {
            tested = new TestedHub<>(
                    type, beans, HubFilters.of(filters), context, declaredRoles, detailedErrors, wire(), patience);
        }
        return tested;
    }

    private void requireNobodyConnected() {
        if (tested != null) {
            throw new IllegalStateException("The hub is at work already. Say everything about it before the first client connects.");
        }
    }

    private Wire wire() {
        if (wire == null) {
            wire = Wire.standard();
        }
        return wire;
    }

    private Duration patience() {
        return patience;
    }
}
