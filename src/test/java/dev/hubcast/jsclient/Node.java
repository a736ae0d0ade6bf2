package dev.hubcast.jsclient;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hubcast.itest.Cable;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The client in a Node process that plays one scenario after another. After one that failed the next gets a process of its own. */
final class Node implements Player, AutoCloseable {

    /** More than {@code play.js} takes. */
    private static final int LIMIT_SECONDS = 90;

    private Process process;
    private BufferedReader told;
    private BufferedWriter tells;

    @Override
    public void play(Scenario scenario, URI address, Cable cable) throws IOException {
        if (process == null) {
            launch();
        }
        Process playing = process;
        CompletableFuture<Void> end = new CompletableFuture<Void>().orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS);
        end.exceptionally(late -> {
            playing.destroyForcibly();
            return null;
        });
        List<String> log = new ArrayList<>();
        String failure = "It was not played to its end.";
        try {
            failure = failure(scenario, address, cable, log);
        } finally {
            end.complete(null);
            if (failure != null) {
                close();
            }
        }
        if (failure != null) {
            ScenarioLog kept = ScenarioLog.of(scenario, "Node");
            Files.write(kept.file(), log);
            throw kept.failure(failure);
        }
    }

    private void launch() throws IOException {
        process = new ProcessBuilder("node", "in-node.js").directory(Scenario.HOME.toFile()).redirectErrorStream(true).start();
        told = process.inputReader(UTF_8);
        tells = process.outputWriter(UTF_8);
    }

    /** What went wrong, null if nothing did. */
    private String failure(Scenario scenario, URI address, Cable cable, List<String> log) throws IOException {
        tell(Json.createObjectBuilder().add("scenario", scenario.module()).add("settings", scenario.way().settings(address)).build());
        for (String line = told.readLine(); line != null; line = told.readLine()) {
            JsonObject said = line.startsWith("{") ? parsed(line) : JsonObject.EMPTY_JSON_OBJECT;
            if (said.containsKey("ask")) {
                Player.fulfil(said.getString("ask"), cable);
                tell(JsonObject.EMPTY_JSON_OBJECT);
            } else if (said.containsKey("end")) {
                return said.getString("end", null);
            } else {
                log.add(said.getString("log", line));
            }
        }
        return "Node has ended.";
    }

    private void tell(JsonObject what) throws IOException {
        tells.write(what + "\n");
        tells.flush();
    }

    private static JsonObject parsed(String line) {
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
            process = null;
        }
    }
}
