package dev.hubcast.bench.load;

import dev.hubcast.bench.scenario.Idle;
import dev.hubcast.bench.scenario.Pace;
import dev.hubcast.bench.scenario.Scenario;
import dev.hubcast.bench.scenario.ScenarioList;
import dev.hubcast.bench.scenario.Server;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the command line asks for.
 *
 * @param servers whom to measure; the first is compared with each of the others
 * @param scenarios with which loads, in their order
 * @param only the loads of those servers, by name, that do not get all
 * @param rounds how often
 * @param rehearsal how long each server plays its first load before the first round, so that its code is compiled by then
 * @param pace how long
 * @param notes what the report's head says beside the machine
 */
record Options(List<Server> servers, List<Scenario> scenarios, Map<String, List<Scenario>> only, int rounds, Duration rehearsal,
        Pace pace, List<String> notes) {

    static final String USAGE = """
            --server name=wire,ws://host:port/path,pid   a server to measure; again for each other one; http:// for sse
            --scenarios echo:50x1,fanout:1000,…          echo, fanout, burst, open, idle, pour; sizes may be left out
            --only name=echo:50x1,…                      the scenarios that a server takes part in, if not all; again for each other
            --connections 1000                           where a scenario has no size of its own
            --rounds 3   --seconds 5   --warmup 3   --patience 30   --rehearsal 0
            --note 'a line for the head of the report'   again for each other line""";

    static Options parse(String... arguments) {
        List<Server> servers = new ArrayList<>();
        Map<String, String> only = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>();
        String scenarios = "echo";
        int connections = 1000;
        int rounds = 3;
        double seconds = 5;
        double warmUp = 3;
        double patience = 30;
        double rehearsal = 0;
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " needs a value");
            }
            String value = arguments[i + 1];
            switch (arguments[i]) {
                case "--server" -> servers.add(Server.parse(value));
                case "--only" -> only.put(before(value, '='), value.substring(value.indexOf('=') + 1));
                case "--note" -> notes.add(value);
                case "--scenarios" -> scenarios = value;
                case "--connections" -> connections = Integer.parseInt(value);
                case "--rounds" -> rounds = Integer.parseInt(value);
                case "--seconds" -> seconds = Double.parseDouble(value);
                case "--warmup" -> warmUp = Double.parseDouble(value);
                case "--patience" -> patience = Double.parseDouble(value);
                case "--rehearsal" -> rehearsal = Double.parseDouble(value);
                default -> throw new IllegalArgumentException("no option " + arguments[i]);
            }
        }
        if (servers.isEmpty() || rounds < 1) {
            throw new IllegalArgumentException("at least one --server and one round are needed");
        }
        List<Scenario> all = ScenarioList.parse(scenarios, connections);
        return new Options(servers, all, parts(only, servers, all, connections), rounds,
                duration(rehearsal), new Pace(duration(warmUp), duration(seconds), duration(patience)), notes);
    }

    private static Map<String, List<Scenario>> parts(Map<String, String> only, List<Server> servers, List<Scenario> all, int connections) {
        Map<String, List<Scenario>> parts = new HashMap<>();
        only.forEach((name, text) -> {
            List<Scenario> part = ScenarioList.parse(text, connections);
            // What would silently measure nothing is a mistake.
            if (servers.stream().noneMatch(server -> server.name().equals(name)) || !all.containsAll(part)) {
                throw new IllegalArgumentException("'" + name + "=" + text + "' names a server or a scenario that is not measured");
            }
            parts.put(name, part);
        });
        return parts;
    }

    private static String before(String text, char separator) {
        int at = text.indexOf(separator);
        if (at < 1) {
            throw new IllegalArgumentException("'" + text + "' has nothing before a '" + separator + "'");
        }
        return text.substring(0, at);
    }

    boolean asksFor(Scenario scenario, Server server) {
        return scenario.suits(server) && only.getOrDefault(server.name(), scenarios).contains(scenario);
    }

    /** What a server does of its scenarios, without those in which it rests. */
    Stream<Scenario> loads(Server server) {
        return scenarios.stream().filter(scenario -> asksFor(scenario, server) && !(scenario instanceof Idle));
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
