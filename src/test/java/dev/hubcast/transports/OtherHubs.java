package dev.hubcast.transports;

import dev.hubcast.Hub;
import dev.hubcast.itest.ObservedHub;
import jakarta.annotation.security.RolesAllowed;
import jakarta.websocket.server.ServerEndpoint;

/** Hubs that differ in what may be asked of them, not in what they do. */
public final class OtherHubs {

    private OtherHubs() {}

    /** A poll does not wait for long. */
    @Hub(name = "impatient")
    @ServerEndpoint("/hubs/impatient")
    public static class Impatient extends ObservedHub {

        @Override
        protected String name() {
            return "impatient";
        }
    }

    /** Not everybody may connect. */
    @Hub(name = "readers")
    @ServerEndpoint("/hubs/readers")
    @RolesAllowed("reader")
    public static class Readers extends ObservedHub {

        @Override
        protected String name() {
            return "readers";
        }
    }

    /** WebSockets are switched off. */
    @Hub(name = "without-websockets")
    @ServerEndpoint("/hubs/without-websockets")
    public static class WithoutWebSockets extends ObservedHub {

        @Override
        protected String name() {
            return "without-websockets";
        }
    }

    /** Server-Sent Events are switched off. */
    @Hub(name = "without-events")
    @ServerEndpoint("/hubs/without-events")
    public static class WithoutEvents extends ObservedHub {

        @Override
        protected String name() {
            return "without-events";
        }
    }

    /** Long polling is switched off. */
    @Hub(name = "without-polls")
    @ServerEndpoint("/hubs/without-polls")
    public static class WithoutPolls extends ObservedHub {

        @Override
        protected String name() {
            return "without-polls";
        }
    }
}
