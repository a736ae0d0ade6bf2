package dev.hubcast.bench.load;

import dev.hubcast.bench.measure.MeasurementException;
import dev.hubcast.bench.report.Report;
import dev.hubcast.bench.scenario.IdleResult;
import dev.hubcast.bench.scenario.LoadResult;
import dev.hubcast.bench.scenario.Pace;
import dev.hubcast.bench.scenario.Result;
import dev.hubcast.bench.scenario.Scenario;
import dev.hubcast.bench.scenario.Server;
import dev.hubcast.bench.socket.EventLoop;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;

/**
 * Lets the servers take turns at each scenario.
 *
 * <p>A B A B, not A A B B: what disturbs the machine for a while then disturbs all of them.
 */
final class Comparison {

    // What a turn takes beside warm-up and window, on the average of small and large ones.
    private static final Duration OPENING_AND_CLOSING = Duration.ofSeconds(2);

    private final EventLoop loop;
    private final Options options;
    private final PrintStream progress;
    private final Report report;
    private int failures;

    Comparison(EventLoop loop, Options options, PrintStream progress) {
        this.loop = loop;
        this.options = options;
        this.progress = progress;
        report = new Report(options.servers().stream().map(Server::name).toList());
    }

    Report run() {
        announce();
        if (!options.rehearsal().isZero()) {
            options.servers().forEach(this::rehearse);
        }
        for (Scenario scenario : options.scenarios()) {
            for (int round = 1; round <= options.rounds(); round++) {
                for (Server server : options.servers()) {
                    if (options.asksFor(scenario, server)) {
                        measure(scenario, round, server);
                    }
                }
            }
        }
        return report;
    }

    private void announce() {
        long turns = options.rounds() * options.scenarios().stream()
                .mapToLong(scenario -> options.servers().stream().filter(server -> options.asksFor(scenario, server)).count()).sum();
        Duration turn = options.pace().warmUp().plus(options.pace().window()).plus(OPENING_AND_CLOSING);
        Duration rehearsals = options.rehearsal().multipliedBy(options.servers().size());
        progress.println(turns + " turns, about " + turn.multipliedBy(turns).plus(rehearsals).plusSeconds(59).toMinutes() + " minutes");
    }

    int failures() {
        return failures;
    }

    private void rehearse(Server server) {
        Pace pace = new Pace(options.rehearsal(), options.pace().window(), options.pace().patience());
        options.loads(server).findFirst().ifPresent(scenario -> {
            String what = "rehearsal, " + server.name() + ": ";
            try {
                progress.println(what + brief(scenario.run(loop, server, pace)));
            } catch (MeasurementException | UncheckedIOException e) {
                progress.println(what + e.getMessage()); // the rounds that follow fail the same way, and are reported
            }
        });
    }

    private void measure(Scenario scenario, int round, Server server) {
        String what = scenario.name() + ", round " + round + ", " + server.name() + ": ";
        try {
            Result result = scenario.run(loop, server, options.pace());
            report.add(scenario.name(), server.name(), round, result);
            progress.println(what + brief(result));
        } catch (MeasurementException | UncheckedIOException e) {
            failures++;
            report.addFailure(scenario.name(), server.name(), e.getMessage());
            progress.println(what + e.getMessage());
        }
    }

    private static String brief(Result result) {
        if (result instanceof LoadResult load) {
            return String.format(Locale.ROOT, "%.2f µs per operation, %.0f operations/s, %s", load.serverMicros(), load.perSecond(),
                    load.faults());
        }
        IdleResult idle = (IdleResult) result;
        return String.format(Locale.ROOT, "%.1f KB resident, %.1f KB heap per connection, %s", idle.residentGrowth(),
                idle.heapGrowth(), idle.faults());
    }
}
