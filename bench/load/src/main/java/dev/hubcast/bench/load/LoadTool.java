package dev.hubcast.bench.load;

import dev.hubcast.bench.measure.Machine;
import dev.hubcast.bench.report.Report;
import dev.hubcast.bench.socket.EventLoop;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures servers side by side and prints a Markdown report.
 */
public final class LoadTool {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private LoadTool() {
    }

    /**
     * Runs the tool. The report goes to standard output, progress to standard error; the exit status is 1 if a scenario could not be
     * measured and 2 if the command line was not understood.
     *
     * @param arguments the options
     * @throws IOException if the system gives no selector
     */
    public static void main(String... arguments) throws IOException {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) throws IOException {
        PrintStream progress = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException e) {
            progress.println(e.getMessage() + System.lineSeparator() + Options.USAGE);
            return MISUSED;
        }
        try (EventLoop loop = new EventLoop()) {
            Comparison comparison = new Comparison(loop, options, progress);
            Report report = comparison.run();
            List<String> head = new ArrayList<>(Machine.facts());
            head.addAll(options.notes());
            head.add("Rounds: " + options.rounds() + " of " + options.pace().window().toMillis() / 1000.0 + " s each, after "
                    + options.pace().warmUp().toMillis() / 1000.0 + " s of warm-up, the servers taking turns; medians");
            if (!options.rehearsal().isZero()) {
                head.add("Rehearsal: " + options.rehearsal().toSeconds() + " s of its first load for each server, before the first round");
            }
            new PrintStream(System.out, true, StandardCharsets.UTF_8).print(report.markdown(head));
            return comparison.failures() == 0 ? 0 : FAILED;
        }
    }
}
