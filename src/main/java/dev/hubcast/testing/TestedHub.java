package dev.hubcast.testing;

import dev.hubcast.JoinGuard;
import dev.hubcast.TenantResolver;
import dev.hubcast.UserIdentifierProvider;
import dev.hubcast.connection.HubOptions;
import dev.hubcast.connection.HubThreads;
import dev.hubcast.connection.LocalHub;
import dev.hubcast.dispatch.CallScope;
import dev.hubcast.dispatch.EntryRules;
import dev.hubcast.dispatch.HubDispatcher;
import dev.hubcast.dispatch.HubFilters;
import dev.hubcast.dispatch.HubModel;
import dev.hubcast.dispatch.HubModelReader;
import dev.hubcast.security.JoinPolicy;
import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.NormalScope;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.inject.Scope;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.atomic.AtomicInteger;

/** A hub at work as on a server, but for threads, transports and container. */
final class TestedHub<H> {

    private final MadeHubs<H> hubs;
    private final Entrance entrance;
    private final Wire wire;
    private final Duration patience;

    TestedHub(Class<H> type, ProvidedBeans beans, HubFilters filters, RecordingHubContext<H> context, Set<String> declaredRoles,
            boolean detailedErrors, Wire wire, Duration patience) {
        HubModel model = model(type);
        this.hubs = new MadeHubs<>(type, beans, Constraints.ofClassPath());
        this.wire = wire;
        this.patience = patience;
        UserIdentifierProvider users = Objects.requireNonNullElse(
                beans.broughtAs(UserIdentifierProvider.class), (user, request) -> user == null ? null : user.getName());
        TenantResolver tenants = beans.broughtAs(TenantResolver.class);
        JoinPolicy joins = JoinPolicy.of(beans.broughtAs(JoinGuard.class));
        HubOptions options = detailedErrors ? HubOptions.DEFAULTS.withDetailedErrors() : HubOptions.DEFAULTS;
        HubDispatcher dispatcher = new HubDispatcher(model, hubs, filters, context.sender(), new EntryRules(users, tenants, joins),
                new CallScope(NoRequests::new), options);
        CallersThread thread = new CallersThread();
        HubThreads threads = new HubThreads(thread, thread, thread, thread, Runnable::run, stoppedClock());
        LocalHub hub = new LocalHub(model.name(), options, dispatcher, threads, List.of(wire.protocol()), tenants != null);
        context.sender().open(hub, joins);
        AtomicInteger connections = new AtomicInteger();
        this.entrance = new Entrance(model, hub, declaredRoles(model, declaredRoles),
                () -> "connection-" + connections.incrementAndGet(), () -> Runnable::run, thread);
    }

    private static HubModel model(Class<?> type) {
        HubModelReader reader = new HubModelReader(new PlainType<>(type), TestedHub::isScope);
        return reader.read().orElseThrow(() -> new IllegalArgumentException(String.join("\n", reader.problems())));
    }

    private static boolean isScope(Class<? extends Annotation> annotation) {
        return annotation.isAnnotationPresent(NormalScope.class) || annotation.isAnnotationPresent(Scope.class);
    }

    private static Set<String> declaredRoles(HubModel model, Set<String> byTest) {
        Set<String> roles = new TreeSet<>(byTest);
        roles.addAll(model.namedRoles());
        DeclareRoles declared = model.type().getAnnotation(DeclareRoles.class);
        if (declared != null) {
            roles.addAll(List.of(declared.value()));
        }
        return roles;
    }

    /** Nothing happens in a test because time passes. */
    private static ScheduledExecutorService stoppedClock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, new DiscardPolicy());
        clock.shutdown();
        return clock;
    }

    H hub() {
        return hubs.hub();
    }

    HubTestClient connect(ConnectAs as) {
        return entrance.connect(as, wire, patience);
    }

    /** Without a container there are no request contexts to activate. */
    private static final class NoRequests implements RequestContextController {

        @Override
        public boolean activate() {
            return false;
        }

        @Override
        public void deactivate() {}
    }
}
