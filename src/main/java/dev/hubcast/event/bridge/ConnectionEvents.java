package dev.hubcast.event.bridge;

import dev.hubcast.connection.ConnectionWatch;
import dev.hubcast.connection.HubConnection;
import dev.hubcast.dispatch.HubDispatcher;
import dev.hubcast.event.Connected;
import dev.hubcast.event.Disconnected;
import dev.hubcast.event.GroupJoined;
import dev.hubcast.event.GroupLeft;
import dev.hubcast.event.OfHub;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.websocket.CloseReason;

/** Makes CDI events of what becomes of a hub's connections. */
public final class ConnectionEvents implements ConnectionWatch {

    private final String hub;
    private final HubDispatcher code;
    private final Firing<Connected> connected;
    private final Firing<GroupJoined> joined;
    private final Firing<GroupLeft> left;
    private final Firing<Disconnected> disconnected;

    private ConnectionEvents(String hub, HubDispatcher code, BeanManager beans) {
        OfHub ofHub = OfHub.Literal.of(hub);
        this.hub = hub;
        this.code = code;
        this.connected = Firing.of(beans, new Connected(hub, null), ofHub);
        this.joined = Firing.of(beans, new GroupJoined(hub, null, null), ofHub);
        this.left = Firing.of(beans, new GroupLeft(hub, null, null), ofHub);
        this.disconnected = Firing.of(beans, new Disconnected(hub, null, null), ofHub);
    }

    /**
     * What a hub's connections are watched by.
     *
     * @param hub the hub's name
     * @param code runs observers as it runs the hub's methods
     * @param beans the application's beans, with their observers
     * @return what fires events, or looks away if nobody observes them
     */
    public static ConnectionWatch of(String hub, HubDispatcher code, BeanManager beans) {
        ConnectionEvents events = new ConnectionEvents(hub, code, beans);
        boolean observed = events.connected.isObserved() || events.disconnected.isObserved() || events.hearsOfGroups();
        return observed ? events : ConnectionWatch.NOBODY;
    }

    @Override
    public boolean hearsOfGroups() {
        return joined.isObserved() || left.isObserved();
    }

    @Override
    public void connected(HubConnection connection) {
        if (connected.isObserved()) {
            code.runFor(connection, caller -> connected.fire(new Connected(hub, caller)));
        }
    }

    @Override
    public void joined(HubConnection connection, String group) {
        if (joined.isObserved()) {
            code.runFor(connection, caller -> joined.fire(new GroupJoined(hub, caller, group)));
        }
    }

    @Override
    public void left(HubConnection connection, String group) {
        if (left.isObserved()) {
            code.runFor(connection, caller -> left.fire(new GroupLeft(hub, caller, group)));
        }
    }

    @Override
    public void disconnected(HubConnection connection, CloseReason reason) {
        if (disconnected.isObserved()) {
            code.runFor(connection, caller -> disconnected.fire(new Disconnected(hub, caller, reason)));
        }
    }
}
