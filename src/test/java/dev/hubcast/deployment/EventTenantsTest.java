package dev.hubcast.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.hubcast.Hub;
import dev.hubcast.HubRequest;
import dev.hubcast.RealtimeService;
import dev.hubcast.TenantResolver;
import dev.hubcast.connection.Peer;
import dev.hubcast.event.Broadcast;
import dev.hubcast.event.BroadcastTo;
import dev.hubcast.event.Broadcasts;
import dev.hubcast.event.GroupJoined;
import dev.hubcast.event.OfHub;
import dev.hubcast.security.CallerIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events reach the tenant that they name, or that of the call in which they are fired, and no other. */
class EventTenantsTest {

    @BroadcastTo(hub = "sales", group = "team", tenant = "{tenant}")
    record OfTenant(String tenant, String what) {}

    @BroadcastTo(hub = "sales", all = true)
    record OfCall(String what) {}

    record Declared(String tenant) {}

    @Hub(name = "sales")
    @ServerEndpoint("/sales")
    @Broadcasts(event = Declared.class, user = "ada@acme", tenant = "{tenant}")
    static class Sales {

        @Inject
        Event<Object> events;

        public void tellOwn(String what) {
            events.fire(new OfCall(what));
        }

        public void tell(String tenant, String what) {
            events.fire(new OfTenant(tenant, what));
        }

        public void broadcast(String tenant) {
            Broadcast all = Broadcast.to("sales").all().method("said");
            events.fire(tenant == null ? all : all.tenant(tenant));
        }
    }

    /** Users are called ada@acme. */
    @ApplicationScoped
    static class ByName implements TenantResolver {

        @Override
        public String tenant(Principal user, HubRequest request) {
            return user.getName().substring(user.getName().indexOf('@') + 1);
        }
    }

    @ApplicationScoped
    static class Watcher {

        @Inject
        RealtimeService<Sales> sales;

        void joined(@Observes @OfHub("sales") GroupJoined event) {
            if (event.group().equals("watched")) {
                sales.sendToAll(event.caller().tenant());
            }
        }
    }

    @Hub(name = "sales")
    @ServerEndpoint("/sales")
    static class WithoutTenants {}

    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Logger ofBroadcasts = Logger.getLogger("dev.hubcast.event.bridge.Broadcaster");
    private final Handler noting = new Noting();
    private final OpenHubs hubs = OpenHubs.of(Sales.class, ByName.class, Watcher.class, OfTenant.class, OfCall.class);
    private final Peer ofAcme = connect("ada@acme");
    private final Peer ofBird = connect("ada@bird");

    private final class Noting extends Handler {

        @Override
        public void publish(LogRecord entry) {
            logged.add(entry.getThrown() == null ? entry.getMessage() : entry.getMessage() + ": " + entry.getThrown().getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void listen() {
        ofBroadcasts.addHandler(noting);
        ofBroadcasts.setUseParentHandlers(false);
    }

    @AfterEach
    void close() {
        ofBroadcasts.removeHandler(noting);
        ofBroadcasts.setUseParentHandlers(true);
        hubs.close();
    }

    private Peer connect(String name) {
        Peer peer = hubs.connect("sales", new CallerIdentity(() -> name, Set.of(), Set.of()));
        return hubs.join("sales", peer, "team");
    }

    private static String call(String target, String... arguments) {
        return "{\"type\":1,\"target\":\"" + target + "\",\"arguments\":[" + String.join(",", arguments) + "]}";
    }

    /** Ends with what both have heard, so that nothing may come behind it. */
    private void assertAcmeAloneHears(String record) {
        hubs.event().fire(Broadcast.to("sales").all().method("over").tenant("bird"));
        ofBird.heardExactly(call("over"));
        ofAcme.heardExactly(record);
    }

    private void assertNobodyHears(String why) {
        assertThat(logged).singleElement().asString().contains("Nobody hears").contains(why);
        for (Peer each : List.of(ofAcme, ofBird)) {
            String tenant = each == ofAcme ? "acme" : "bird";
            hubs.event().fire(Broadcast.to("sales").all().method("over").tenant(tenant));
        }
        ofAcme.heardExactly(call("over"));
        ofBird.heardExactly(call("over"));
    }

    @Test
    void an_event_reaches_the_tenant_that_it_names() {
        hubs.event().fire(new OfTenant("acme", "tea"));

        assertAcmeAloneHears(call("ofTenant", "{\"tenant\":\"acme\",\"what\":\"tea\"}"));
    }

    @Test
    void so_it_does_after_the_commit() {
        hubs.transactions().begin();
        hubs.event().fire(new OfTenant("acme", "tea"));
        hubs.transactions().commit();

        assertAcmeAloneHears(call("ofTenant", "{\"tenant\":\"acme\",\"what\":\"tea\"}"));
    }

    @Test
    void a_hub_declares_the_tenant_of_an_event() {
        hubs.event().fire(new Declared("acme"));

        assertAcmeAloneHears(call("declared", "{\"tenant\":\"acme\"}"));
    }

    @Test
    void an_event_without_a_tenant_reaches_that_of_the_call() {
        ofAcme.says("{\"type\":1,\"target\":\"tellOwn\",\"arguments\":[\"tea\"]}");

        ofAcme.heardExactly(call("ofCall", "{\"what\":\"tea\"}"));
        assertAcmeAloneHears(call("ofCall", "{\"what\":\"tea\"}"));
    }

    @Test
    void a_broadcast_without_a_tenant_reaches_that_of_the_call() {
        ofAcme.says("{\"type\":1,\"target\":\"broadcast\",\"arguments\":[null]}");

        ofAcme.heardExactly(call("said"));
        assertAcmeAloneHears(call("said"));
    }

    @Test
    void an_event_that_names_no_tenant_outside_a_call_is_heard_by_nobody_and_the_log_says_why() {
        hubs.event().fire(new OfCall("tea"));

        assertNobodyHears("It is not said for which tenant this is.");
    }

    @Test
    void so_is_a_broadcast_in_a_transaction() {
        hubs.transactions().begin();
        hubs.event().fire(Broadcast.to("sales").all().method("said"));
        hubs.transactions().commit();

        assertNobodyHears("It is not said for which tenant this is.");
    }

    @Test
    void an_event_whose_tenant_is_null_is_heard_by_nobody() {
        hubs.event().fire(new OfTenant(null, "tea"));

        assertNobodyHears("a placeholder in");
    }

    @Test
    void what_observes_presence_sends_to_the_tenant_that_it_hears_of() {
        hubs.join("sales", ofAcme, "watched");

        ofAcme.heardExactly(call("messageReceived", "\"acme\""));
        assertAcmeAloneHears(call("messageReceived", "\"acme\""));
    }

    @Test
    void a_tenant_that_is_named_where_there_are_none_fails_the_deployment() {
        assertThatIllegalStateException().isThrownBy(() -> OpenHubs.of(WithoutTenants.class, OfTenant.class))
                .withMessageContainingAll(OfTenant.class.getName(), "it names a tenant, but the application has none", "TenantResolver");
    }
}
