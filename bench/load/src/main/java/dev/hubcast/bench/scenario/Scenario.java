package dev.hubcast.bench.scenario;

import dev.hubcast.bench.socket.EventLoop;

/**
 * One kind of load.
 */
public interface Scenario {

    /**
     * What the report calls it.
     *
     * @return its kind and size
     */
    String name();

    /**
     * Whether a server can be asked for this.
     *
     * @param server the server
     * @return whether it takes part
     */
    default boolean suits(Server server) {
        return true;
    }

    /**
     * Puts the load on a server once.
     *
     * @param loop what serves the connections
     * @param server whom to load
     * @param pace how long
     * @return what was measured
     */
    Result run(EventLoop loop, Server server, Pace pace);
}
