package dev.hubcast.itest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The log of the servers under test, in the folder that {@code server-config/payara} and {@code server-config/wildfly} name. */
public final class ServerLog {

    private static final Path FOLDER = Path.of("target", "server-logs");
    private static final Path RUNNING = FOLDER.resolve("running");

    private ServerLog() {}

    /**
     * What the running test class's servers have logged so far.
     *
     * @return the text, empty if there was no server yet
     */
    public static String text() {
        try {
            StringBuilder text = new StringBuilder();
            for (Path file : runningFiles()) {
                text.append(Files.readString(file, UTF_8));
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void begin() {
        try {
            Files.createDirectories(RUNNING);
            for (Path left : runningFiles()) {
                Files.delete(left);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps the log under the test class's name, for whoever looks for the cause of a failure, and returns its text. */
    static String keepAs(String testClass) {
        try {
            String text = text();
            if (!text.isEmpty()) {
                Path kept = Files.createDirectories(FOLDER.resolve(ServerUnderTest.current().qualifier()));
                Files.writeString(kept.resolve(testClass + ".log"), text, UTF_8);
            }
            begin();
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> runningFiles() throws IOException {
        if (!Files.isDirectory(RUNNING)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(RUNNING)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
