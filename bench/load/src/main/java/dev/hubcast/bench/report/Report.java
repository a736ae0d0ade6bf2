package dev.hubcast.bench.report;

import dev.hubcast.bench.measure.Faults;
import dev.hubcast.bench.scenario.IdleResult;
import dev.hubcast.bench.scenario.LoadResult;
import dev.hubcast.bench.scenario.Result;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns results into Markdown tables.
 */
public final class Report {

    private static final double NANOS_PER_MILLI = 1e6;

    private final List<String> servers;
    private final Findings<LoadResult> loads = new Findings<>();
    private final Findings<IdleResult> idles = new Findings<>();
    private final List<String> failures = new ArrayList<>();

    /**
     * Makes an empty report.
     *
     * @param servers the servers' names; the first is compared with each of the others
     */
    public Report(List<String> servers) {
        this.servers = servers;
    }

    /**
     * Adds what one round found out.
     *
     * @param scenario the scenario's name
     * @param server the server's name
     * @param round the round's number
     * @param result what was found out
     */
    public void add(String scenario, String server, int round, Result result) {
        if (result instanceof LoadResult load) {
            loads.add(scenario, server, round, load);
        } else {
            idles.add(scenario, server, round, (IdleResult) result);
        }
    }

    /**
     * Adds that a round could not be measured.
     *
     * @param scenario the scenario's name
     * @param server the server's name
     * @param reason why
     */
    public void addFailure(String scenario, String server, String reason) {
        failures.add(scenario + ", " + server + ": " + reason);
    }

    /**
     * The whole report.
     *
     * @param head facts about machine and run
     * @return Markdown
     */
    public String markdown(List<String> head) {
        StringBuilder text = new StringBuilder();
        head.forEach(fact -> text.append("- ").append(fact).append('\n'));
        if (!loads.scenarios().isEmpty()) {
            text.append(loadTable());
            text.append(servers.size() > 1 ? ratioTable() : "");
        }
        text.append(idles.scenarios().isEmpty() ? "" : idleTable());
        if (!failures.isEmpty()) {
            text.append("\n### Not measured\n\n");
            failures.forEach(failure -> text.append("- ").append(failure).append('\n'));
        }
        return text.toString();
    }

    private MarkdownTable loadTable() {
        MarkdownTable table = new MarkdownTable("Load", "scenario", "server", "server CPU, µs per operation", "lowest–highest",
                "operations per second", "p50, ms", "p99, ms", "p99 / p50", "max, ms", "server busy", "client busy",
                "client CPU, µs per operation", "lost", "doubled", "overtaken", "damaged", "closed");
        for (String scenario : loads.scenarios()) {
            for (String server : loads.servers(scenario, servers)) {
                Rounds<LoadResult> rounds = loads.of(scenario, server);
                Faults faults = rounds.faults(LoadResult::faults);
                table.row(scenario, server,
                        Figure.of(rounds.median(LoadResult::serverMicros)),
                        Figure.range(rounds.lowest(LoadResult::serverMicros), rounds.highest(LoadResult::serverMicros)),
                        Math.round(rounds.median(LoadResult::perSecond)),
                        Figure.of(rounds.median(LoadResult::median) / NANOS_PER_MILLI),
                        Figure.of(rounds.median(LoadResult::p99) / NANOS_PER_MILLI),
                        Figure.of(rounds.median(load -> load.p99() / load.median())),
                        Figure.of(rounds.highest(LoadResult::max) / NANOS_PER_MILLI),
                        Figure.percent(rounds.median(load -> (double) load.cost().server() / load.cost().wall())),
                        Figure.percent(rounds.median(load -> (double) load.cost().client() / load.cost().wall())),
                        Figure.of(rounds.median(LoadResult::clientMicros)),
                        faults.lost(), faults.doubled(), faults.overtaken(), faults.damaged(), faults.closed());
            }
        }
        return table;
    }

    private MarkdownTable ratioTable() {
        String first = servers.get(0);
        MarkdownTable table = new MarkdownTable("Ratios", "scenario", "compared", "server CPU per operation", "p50", "p99", "lost");
        for (String scenario : loads.scenarios()) {
            List<String> measured = loads.servers(scenario, servers);
            if (!measured.contains(first)) {
                continue;
            }
            Rounds<LoadResult> mine = loads.of(scenario, first);
            for (String other : measured.subList(1, measured.size())) {
                Rounds<LoadResult> theirs = loads.of(scenario, other);
                table.row(scenario, first + " / " + other,
                        Figure.of(mine.ratio(theirs, LoadResult::serverMicros)),
                        Figure.of(mine.ratio(theirs, LoadResult::median)),
                        Figure.of(mine.ratio(theirs, LoadResult::p99)),
                        mine.faults(LoadResult::faults).lost() + " / " + theirs.faults(LoadResult::faults).lost());
            }
        }
        return table;
    }

    private MarkdownTable idleTable() {
        MarkdownTable table = new MarkdownTable("Idle connections", "scenario", "server", "live heap, KB per connection",
                "RSS growth, KB per connection", "RSS, MB", "server CPU, µs per connection and second", "closed");
        for (String scenario : idles.scenarios()) {
            for (String server : idles.servers(scenario, servers)) {
                Rounds<IdleResult> rounds = idles.of(scenario, server);
                table.row(scenario, server,
                        Figure.of(rounds.median(IdleResult::heapGrowth)),
                        // Pages once taken are seldom given back, so later rounds show less than the first.
                        Figure.of(rounds.highest(IdleResult::residentGrowth)),
                        Figure.of(rounds.highest(IdleResult::residentKilobytes) / 1024),
                        Figure.of(rounds.median(IdleResult::cpuMicros)),
                        rounds.faults(IdleResult::faults).closed());
            }
        }
        return table;
    }
}
