package dev.hubcast.jsclient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where what a client logs in a scenario is kept: {@code target/node/logs}. */
record ScenarioLog(Scenario scenario, String player, Path file) {

    private static final int LAST_LINES = 40;

    static ScenarioLog of(Scenario scenario, String player) throws IOException {
        Path folder = Files.createDirectories(Scenario.HOME.resolve("logs"));
        return new ScenarioLog(scenario, player, folder.resolve(scenario.title() + ", " + player + ".log"));
    }

    /** The reason comes first and of the log the end alone, for reports are cut and say most behind a long line of like messages. */
    AssertionError failure(String reason) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String end = String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        return new AssertionError("%s, in %s: %s%nThe end of %s:%n%s".formatted(scenario.title(), player, reason, file, end));
    }
}
