package dev.hubcast.testing;

import dev.hubcast.connection.ConnectionSetup;
import dev.hubcast.connection.LocalHub;
import dev.hubcast.dispatch.HubModel;
import dev.hubcast.security.CallerIdentity;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Where clients get in, if the rule on the hub class lets them.
 *
 * @param model what the hub offers
 * @param hub its connections
 * @param declaredRoles the roles that the application names
 * @param ids makes connection ids
 * @param contexts makes the context in which hub code runs for one connection
 * @param thread what runs on the test's own threads
 */
record Entrance(HubModel model, LocalHub hub, Set<String> declaredRoles, Supplier<String> ids, Supplier<Executor> contexts,
        CallersThread thread) {

    HubTestClient connect(ConnectAs as, Wire wire, Duration patience) {
        Set<String> declared = new TreeSet<>(declaredRoles);
        declared.addAll(as.roles());
        CallerIdentity caller = new CallerIdentity(as.principal(), as.roles(), declared);
        if (!model.access().admits(caller)) {
            throw new RefusedConnectionException(caller.authenticated() ? "403 Forbidden" : "401 Unauthorized");
        }
        String id = ids.get();
        Executor context = contexts.get();
        ConnectionSetup setup = new ConnectionSetup(id, caller, as.request(model.endpoint().path()), context::execute, false);
        ClientSession session = new ClientSession(wire, thread, hub, setup, as.transport());
        return new HubTestClient(caller.authenticated() ? caller.name() + " (" + id + ")" : id, wire, patience, session).open();
    }
}
