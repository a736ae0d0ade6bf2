package dev.hubcast.dispatch;

import dev.hubcast.HubFilter;
import dev.hubcast.JoinGuard;
import dev.hubcast.UserIdentifierProvider;
import dev.hubcast.connection.Eventually;
import dev.hubcast.connection.HubOptions;
import dev.hubcast.connection.HubThreads;
import dev.hubcast.connection.LocalHub;
import dev.hubcast.connection.Peer;
import dev.hubcast.protocol.JsonHubProtocol;
import dev.hubcast.protocol.JsonMapping;
import dev.hubcast.security.CallerIdentity;
import dev.hubcast.security.JoinPolicy;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.BeanManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A hub class at work: real beans, real threads, real records; only the transport is not. */
final class HubUnderTest implements AutoCloseable {

    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger OF_WELD = Logger.getLogger("org.jboss.weld");
    private static final Logger OF_FAILURES = Logger.getLogger(HubDispatcher.class.getName());

    static {
        OF_WELD.setLevel(Level.WARNING);
        OF_FAILURES.setLevel(Level.OFF); // hub code fails here on purpose, with a stack trace each time
    }

    private final SeContainer container;
    private final List<Thread> started = new CopyOnWriteArrayList<>();
    private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    private final HubThreads threads = new HubThreads(this::thread, 4, 4);
    private final HubSender<?> sender = new HubSender<>();
    private final LocalHub hub;

    private HubUnderTest(Class<?> hubClass, HubOptions options, EntryRules rules, HubFilters filters, Class<?>... beans) {
        container = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addBeanClasses(hubClass)
                .addBeanClasses(beans)
                .initialize();
        BeanManager manager = container.getBeanManager();
        HubModel model = new HubModelReader(manager.createAnnotatedType(hubClass), manager::isScope).read().orElseThrow();
        HubDispatcher dispatcher = new HubDispatcher(model, new HubBean(manager, hubClass), filters, sender, rules,
                new CallScope(container.select(RequestContextController.class)), options);
        hub = new LocalHub(model.name(), options, dispatcher, threads, List.of(new JsonHubProtocol(JsonMapping.standard())));
        sender.open(hub, rules.joins());
    }

    /** A hub and the beans that it needs. */
    static HubUnderTest of(Class<?> hub, Class<?>... beans) {
        return new HubUnderTest(hub, HubOptions.DEFAULTS, rules((user, request) -> user == null ? null : user.getName(), null),
                HubFilters.NONE, beans);
    }

    /** A hub within filters, the first of which is the outermost. */
    static HubUnderTest within(List<HubFilter> filters, Class<?> hub, Class<?>... beans) {
        List<HubFilters.Ranked> ranked = new ArrayList<>();
        filters.forEach(each -> ranked.add(new HubFilters.Ranked(each, "filter", ranked.size())));
        return new HubUnderTest(hub, HubOptions.DEFAULTS, rules((user, request) -> null, null), HubFilters.of(ranked), beans);
    }

    static HubUnderTest withOptions(HubOptions options, Class<?> hub) {
        return new HubUnderTest(hub, options, rules((user, request) -> user == null ? null : user.getName(), null), HubFilters.NONE);
    }

    static HubUnderTest withDetailedErrors(Class<?> hub) {
        return new HubUnderTest(hub, HubOptions.DEFAULTS.withDetailedErrors(), rules((user, request) -> null, null), HubFilters.NONE);
    }

    static HubUnderTest withUsers(Class<?> hub, UserIdentifierProvider users) {
        return new HubUnderTest(hub, HubOptions.DEFAULTS, rules(users, null), HubFilters.NONE);
    }

    static HubUnderTest withGuard(Class<?> hub, JoinGuard guard) {
        return new HubUnderTest(hub, HubOptions.DEFAULTS, rules((user, request) -> null, guard), HubFilters.NONE);
    }

    private static EntryRules rules(UserIdentifierProvider users, JoinGuard guard) {
        return new EntryRules(users, null, JoinPolicy.of(guard));
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((dying, failure) -> uncaught.add(failure));
        started.add(thread);
        return thread;
    }

    /** Connects somebody who is not logged in. */
    Peer connect() {
        return new Peer(hub).connect();
    }

    /** Connects a user; user and admin are the application's roles. */
    Peer connect(String user, String... roles) {
        return peer(user, roles).connect();
    }

    /** A user who has not shaken hands. */
    Peer peer(String user, String... roles) {
        return new Peer(hub, new CallerIdentity(() -> user, Set.of(roles), Set.of("user", "admin")), Runnable::run);
    }

    <T> T bean(Class<T> type) {
        return container.select(type).get();
    }

    LocalHub hub() {
        return hub;
    }

    HubSender<?> sender() {
        return sender;
    }

    /** Runs everything that is queued, then ends. Answers what no thread has caught. */
    List<Throwable> finish() throws InterruptedException {
        threads.close(Eventually.PATIENCE);
        for (Thread thread : started) {
            thread.join(Eventually.PATIENCE.toMillis());
        }
        return uncaught;
    }

    @Override
    public void close() {
        threads.close(Duration.ZERO);
        container.close();
    }

    /** The record that answers a call with a JSON result. */
    static String result(String invocationId, String json) {
        return "{\"type\":3,\"invocationId\":\"" + invocationId + "\",\"result\":" + json + "}";
    }

    /** The record that answers a call with an error. */
    static String error(String invocationId, String text) {
        return "{\"type\":3,\"invocationId\":\"" + invocationId + "\",\"error\":\"" + text + "\"}";
    }

    /** The record that carries an item of a stream, in either direction. */
    static String item(String invocationId, String json) {
        return "{\"type\":2,\"invocationId\":\"" + invocationId + "\",\"item\":" + json + "}";
    }

    /** The record that ends a stream, in either direction. */
    static String over(String invocationId) {
        return "{\"type\":3,\"invocationId\":\"" + invocationId + "\"}";
    }
}
