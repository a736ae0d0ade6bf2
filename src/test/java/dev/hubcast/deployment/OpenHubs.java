package dev.hubcast.deployment;

import dev.hubcast.TenantResolver;
import dev.hubcast.connection.HubOptions;
import dev.hubcast.connection.HubThreads;
import dev.hubcast.connection.LocalHub;
import dev.hubcast.connection.Peer;
import dev.hubcast.dispatch.CallScope;
import dev.hubcast.dispatch.EntryRules;
import dev.hubcast.dispatch.HubBean;
import dev.hubcast.dispatch.HubDispatcher;
import dev.hubcast.dispatch.HubModel;
import dev.hubcast.entity.bridge.OperationNames;
import dev.hubcast.event.bridge.ConnectionEvents;
import dev.hubcast.event.bridge.HandTransactions;
import dev.hubcast.protocol.JsonHubProtocol;
import dev.hubcast.protocol.JsonMapping;
import dev.hubcast.security.JoinPolicy;
import dev.hubcast.security.CallerIdentity;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.se.SeContainer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Deployed classes whose hubs are open, without a server: beans fire, peers hear. */
final class OpenHubs implements AutoCloseable {

    /** Of so many entities that one transaction changes clients hear. */
    static final int MOST_CHANGES = 250;

    private final HubThreads threads = new HubThreads(OpenHubs::thread, 4, 4);
    private final Map<String, LocalHub> hubs = new HashMap<>();
    private final HandTransactions transactions = new HandTransactions();
    private final Deployment deployment;

    private OpenHubs(Deployment deployment) {
        this.deployment = deployment;
        SeContainer container = deployment.container();
        HubcastExtension extension = container.getBeanManager().getExtension(HubcastExtension.class);
        TenantResolver tenants = container.select(TenantResolver.class).stream().findFirst().orElse(null);
        extension.broadcasts().requireTenants(tenants != null);
        EntryRules rules = new EntryRules((user, request) -> user == null ? null : user.getName(), tenants, JoinPolicy.of(null));
        CallScope scope = new CallScope(container.select(RequestContextController.class));
        for (HubModel model : extension.models()) {
            HubDispatcher dispatcher = new HubDispatcher(model, new HubBean(container.getBeanManager(), model.type()),
                    extension.filters().of(model.name(), container.getBeanManager()), extension.senderOf(model), rules, scope,
                    HubOptions.DEFAULTS);
            LocalHub hub = new LocalHub(model.name(), HubOptions.DEFAULTS, dispatcher, threads,
                    List.of(new JsonHubProtocol(JsonMapping.standard())), tenants != null);
            hub.watch(ConnectionEvents.of(model.name(), dispatcher, container.getBeanManager()));
            extension.senderOf(model).open(hub, rules.joins());
            hubs.put(model.name(), hub);
        }
        extension.broadcasts().open(transactions, threads::sendTogether);
        extension.entities().open(transactions, container.getBeanManager(),
                hub -> hub.equals("numbers") ? OperationNames.of("0,1,2") : OperationNames.DEFAULTS, MOST_CHANGES);
    }

    static OpenHubs of(Class<?>... classes) {
        Deployment deployment = Deployment.of(classes);
        try {
            return new OpenHubs(deployment);
        } catch (RuntimeException e) {
            deployment.close();
            throw e;
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }

    /** Somebody who is not logged in, in some groups. */
    Peer connect(String hub, String... groups) {
        return join(hub, new Peer(hubs.get(hub)).connect(), groups);
    }

    Peer connect(String hub, CallerIdentity user) {
        return new Peer(hubs.get(hub), user, Runnable::run).connect();
    }

    Peer join(String hub, Peer peer, String... groups) {
        for (String group : groups) {
            hubs.get(hub).join(peer.connection().tenant(), peer.connection().id(), group);
        }
        return peer;
    }

    HandTransactions transactions() {
        return transactions;
    }

    /** What beans have injected. */
    Event<Object> event() {
        return deployment.container().getBeanManager().getEvent();
    }

    <T> T bean(Class<T> type) {
        return deployment.container().select(type).get();
    }

    <T> Instance<T> beans(Class<T> type) {
        return deployment.container().select(type);
    }

    @Override
    public void close() {
        threads.close(Duration.ZERO);
        deployment.close();
    }
}
