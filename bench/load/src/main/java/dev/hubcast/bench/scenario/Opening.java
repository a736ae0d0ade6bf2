package dev.hubcast.bench.scenario;

import dev.hubcast.bench.socket.EventLoop;
import dev.hubcast.bench.socket.Fleet;
import java.time.Duration;

/**
 * Opens connections, closes them, and does it again; only the opening is measured.
 *
 * @param connections how many are opened each time
 */
public record Opening(int connections) implements Scenario {

    private static final Duration CLEANING_UP = Duration.ofMillis(300);

    @Override
    public String name() {
        return "open " + connections;
    }

    @Override
    public Result run(EventLoop loop, Server server, Pace pace) {
        Silence silence = new Silence();
        openAndClose(loop, server, silence, pace.warmUp(), new Window(server));
        Window window = new Window(server);
        openAndClose(loop, server, silence, pace.window(), window);
        return window.result(silence.faults());
    }

    private void openAndClose(EventLoop loop, Server server, Silence silence, Duration time, Window window) {
        long end = loop.now() + time.toNanos();
        do {
            try (Fleet fleet = new Fleet(loop, server.url(), server.wire(), silence)) {
                window.begin();
                fleet.open(connections, window.latencies());
                window.end();
                window.count(connections);
            }
            // What the server does about the closed ones must not fall into the next opening.
            loop.runFor(CLEANING_UP);
        } while (loop.now() < end);
    }
}
