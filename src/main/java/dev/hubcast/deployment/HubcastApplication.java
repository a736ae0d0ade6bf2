package dev.hubcast.deployment;

import dev.hubcast.JoinGuard;
import dev.hubcast.TenantResolver;
import dev.hubcast.UserIdentifierProvider;
import dev.hubcast.connection.HubOptions;
import dev.hubcast.connection.HubThreads;
import dev.hubcast.connection.LocalHub;
import dev.hubcast.dispatch.CallScope;
import dev.hubcast.dispatch.EntryRules;
import dev.hubcast.dispatch.HubBean;
import dev.hubcast.dispatch.HubDispatcher;
import dev.hubcast.dispatch.HubFilters;
import dev.hubcast.dispatch.HubModel;
import dev.hubcast.dispatch.HubSender;
import dev.hubcast.event.bridge.ConnectionEvents;
import dev.hubcast.protocol.HubProtocol;
import dev.hubcast.security.JoinPolicy;
import dev.hubcast.security.OriginPolicy;
import dev.hubcast.transport.HubEndpoints;
import dev.hubcast.transport.TransportOptions;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.websocket.server.ServerEndpointConfig;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Collectors;

/** The application's hubs and queues at work, from the start of its web context to its end: puts the rooms together and takes them apart. */
final class HubcastApplication {

    private static final Logger LOG = System.getLogger(HubcastApplication.class.getName());
    private static final Duration PATIENCE_WITH_HUB_CODE = Duration.ofSeconds(5);

    private final HubcastExtension extension;
    private final HubEndpoints endpoints;
    private final List<LocalHub> hubs = new ArrayList<>();
    private final Map<HubModel, ServerEndpointConfig> ofContainer = new LinkedHashMap<>();
    private HubThreads threads;

    HubcastApplication(HubcastExtension extension, HubEndpoints endpoints) {
        this.extension = extension;
        this.endpoints = endpoints;
    }

    void start(ThreadFactory factory, TransactionSynchronizationRegistry transactions, HubSettings settings) {
        List<String> names = extension.models().stream().map(HubModel::name).toList();
        settings.check(names);
        settings.warnOfUnknownKeys(names);
        CDI<Object> cdi = CDI.current();
        threads = new HubThreads(factory, settings.workers(), settings.streamThreads());
        JoinPolicy joins = JoinPolicy.of(only(cdi.select(JoinGuard.class), JoinGuard.class, null));
        extension.queues().start(settings.queues(), Protocols.json(cdi), threads, joins);
        if (!extension.models().isEmpty()) {
            openHubs(cdi, transactions, settings, joins);
        }
    }

    private void openHubs(CDI<Object> cdi, TransactionSynchronizationRegistry transactions, HubSettings settings, JoinPolicy joins) {
        LOG.log(Level.INFO, settings.webSocket() == WebSocketKind.CONTAINER
                ? "Hubs use the container's WebSocket, because hubcast.websocket says so"
                : "Hubs use Hubcast's own WebSocket over the servlet upgrade, which costs the server least; hubcast.websocket=container"
                        + " would use the container's");
        List<HubProtocol> protocols = Protocols.of(cdi);
        CallScope scope = new CallScope(cdi.select(RequestContextController.class));
        UserIdentifierProvider users = only(cdi.select(UserIdentifierProvider.class), UserIdentifierProvider.class,
                (user, request) -> user == null ? null : user.getName());
        TenantResolver tenants = only(cdi.select(TenantResolver.class), TenantResolver.class, null);
        extension.broadcasts().requireTenants(tenants != null);
        EntryRules rules = new EntryRules(users, tenants, joins);
        for (HubModel model : extension.models()) {
            open(model, settings, cdi.getBeanManager(), scope, rules, protocols);
        }
        extension.broadcasts().open(transactions, threads::sendTogether);
        extension.entities().open(transactions, cdi.getBeanManager(), settings::entityOperationsOf, settings.entityChangesLimit());
        threads.everySecond(() -> hubs.forEach(LocalHub::tick));
        threads.everySecond(endpoints::tick);
    }

    private void open(HubModel model, HubSettings settings, BeanManager beans, CallScope scope, EntryRules rules,
            List<HubProtocol> protocols) {
        HubOptions options = settings.optionsOf(model.name());
        HubSender<?> sender = extension.senderOf(model);
        HubFilters filters = extension.filters().of(model.name(), beans);
        HubDispatcher dispatcher = new HubDispatcher(
                model, new HubBean(beans, model.type()), filters, sender, rules, scope, options);
        LocalHub hub = new LocalHub(
                model.name(), options, dispatcher, threads, spoken(model, settings, protocols), rules.tenants() != null);
        hub.watch(ConnectionEvents.of(model.name(), dispatcher, beans));
        sender.open(hub, rules.joins());
        hubs.add(hub);
        TransportOptions transports = settings.transportsOf(model.name());
        OriginPolicy origins = new OriginPolicy(settings.allowedOriginsOf(model.name()));
        ServerEndpointConfig config = HubEndpointRegistration.authorsConfig(model);
        if (settings.webSocket() == WebSocketKind.CONTAINER) {
            endpoints.addToContainer(hub, config, model.access(), origins, transports);
            ofContainer.put(model, config);
        } else {
            endpoints.add(hub, config, model.access(), origins, transports);
        }
        LOG.log(Level.INFO, "Hub {0}", model);
        if (!filters.isEmpty()) {
            LOG.log(Level.INFO, "Filters of hub {0}, the outermost first: {1}", model.name(), filters);
        }
    }

    private static List<HubProtocol> spoken(HubModel model, HubSettings settings, List<HubProtocol> protocols) {
        Set<String> known = protocols.stream().map(HubProtocol::name).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> wanted = settings.protocolsOf(model.name(), known);
        return protocols.stream().filter(protocol -> wanted.contains(protocol.name())).toList();
    }

    private static <T> T only(Instance<T> beans, Class<T> type, T otherwise) {
        if (beans.isAmbiguous()) {
            throw new IllegalStateException("More than one bean is a " + type.getSimpleName() + ". Leave one of them.");
        }
        return beans.isUnsatisfied() ? otherwise : beans.get();
    }

    /** The hubs that the container's WebSocket is to carry, each by what its author wrote. */
    Map<HubModel, ServerEndpointConfig> ofContainer() {
        return ofContainer;
    }

    void stop() {
        endpoints.clear();
        List<Runnable> ends = new ArrayList<>();
        hubs.forEach(hub -> ends.add(hub::close));
        ends.add(extension.queues()::stop);
        ends.parallelStream().forEach(Runnable::run);
        if (threads != null) {
            threads.close(PATIENCE_WITH_HUB_CODE);
        }
        extension.filters().release();
    }
}
