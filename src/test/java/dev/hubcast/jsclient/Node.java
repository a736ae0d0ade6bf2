package dev.hubcast.jsclient;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hubcast.itest.Cable;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/** The client in a Node process of its own for each scenario. */
final class Node implements Player {

    /** More than {@code play.js} takes. */
    private static final int LIMIT_SECONDS = 90;

    @Override
    public void play(Scenario scenario, URI address, Cable cable) throws IOException {
        ScenarioLog log = ScenarioLog.of(scenario, "Node");
        Process node = new ProcessBuilder("node", "in-node.js", scenario.module(), scenario.way().settings(address).toString())
                .directory(Scenario.HOME.toFile()).redirectError(log.file().toFile()).start();
        node.onExit().orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).exceptionally(late -> node.destroyForcibly());
        try (BufferedReader wishes = node.inputReader(UTF_8); var answers = node.outputWriter(UTF_8)) {
            for (String wish = wishes.readLine(); wish != null; wish = wishes.readLine()) {
                Player.fulfil(wish, cable);
                answers.write("done\n");
                answers.flush();
            }
        } finally {
            node.onExit().join();
        }
        if (node.exitValue() != 0) {
            throw log.failure("ended with status " + node.exitValue());
        }
    }
}
