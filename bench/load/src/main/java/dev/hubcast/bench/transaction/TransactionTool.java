package dev.hubcast.bench.transaction;

import dev.hubcast.bench.measure.Machine;
import dev.hubcast.bench.measure.MeasurementException;
import dev.hubcast.bench.report.TransactionReport;
import dev.hubcast.bench.report.TransactionReport.Turn;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Has a server change many entities in a transaction, with live updates and without in turn, while clients listen, and prints a Markdown
 * report: {@code TransactionTool ADDRESS CHANGES LISTENERS ROUNDS [NOTE...]}.
 */
public final class TransactionTool {

    /** Rounds that are not counted: until then the server compiles its code. */
    private static final int REHEARSALS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final int changes;
    private final List<Listener> listeners;

    private TransactionTool(URI base, int changes, int listeners) {
        this.base = base;
        this.changes = changes;
        URI hub = URI.create(base.toString().replaceFirst("http", "ws")).resolve("hubs/readings");
        this.listeners = Stream.generate(() -> Listener.connect(http, hub)).limit(listeners).toList();
    }

    /**
     * Runs the tool.
     *
     * @param arguments the address of the application with a slash at its end, how many changes, listeners and rounds, and lines for the
     *     head of the report
     * @throws IOException if the server cannot be reached
     * @throws InterruptedException if it is interrupted
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        TransactionTool tool = new TransactionTool(
                URI.create(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        TransactionReport report = tool.measure(Integer.parseInt(arguments[3]));
        List<String> head = new ArrayList<>(Machine.facts());
        head.addAll(List.of(arguments).subList(4, arguments.length));
        head.add("Rounds: " + arguments[3] + " after " + REHEARSALS + " that are not counted, live and plain taking turns; medians");
        new PrintStream(System.out, true, StandardCharsets.UTF_8).print(report.markdown(head));
        System.exit(0);
    }

    private TransactionReport measure(int rounds) throws IOException, InterruptedException {
        ask("plain/" + changes);
        ask("live/" + changes);
        lost();
        List<Turn> live = new ArrayList<>();
        List<Turn> plain = new ArrayList<>();
        for (int round = -REHEARSALS; round < rounds; round++) {
            Turn heard = changeAll("live", true);
            Turn unheard = changeAll("plain", false);
            if (round >= 0) {
                live.add(heard);
                plain.add(unheard);
            }
        }
        return new TransactionReport(live, plain, listeners.size());
    }

    private Turn changeAll(String kind, boolean heard) throws IOException, InterruptedException {
        String[] took = ask(kind).trim().split(" ");
        return new Turn(Integer.parseInt(took[0]), Long.parseLong(took[1]), Long.parseLong(took[2]), heard ? lost() : 0);
    }

    private int lost() {
        return listeners.stream().mapToInt(listener -> listener.missing(changes, PATIENCE)).sum();
    }

    private String ask(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(base.resolve(path)).POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new MeasurementException("POST " + path + " was answered by " + answer.statusCode());
        }
        return answer.body();
    }
}
