package dev.hubcast.itest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the JVM of a server keeps, as the JDK's own tool tells. */
public final class ServerJvm {

    private static final Pattern THREAD = Pattern.compile("^\"(.*)\" #\\d+", Pattern.MULTILINE);

    private final long pid;

    ServerJvm(long pid) {
        this.pid = pid;
    }

    /** Takes away what nothing holds. */
    public void collectGarbage() {
        ask("GC.run");
    }

    /**
     * How many class loaders have loaded this class.
     *
     * @param type a class, no interface
     */
    public int loadersOf(Class<?> type) {
        return matches(Pattern.compile("\\|--" + Pattern.quote(type.getName()) + "/0x"), ask("VM.class_hierarchy", type.getName())).size();
    }

    /** The names of all threads of Java code. */
    public List<String> threads() {
        return matches(THREAD, ask("Thread.print")).stream().map(thread -> thread.group(1)).toList();
    }

    private static List<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().toList();
    }

    private String ask(String... question) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        command.add(String.valueOf(pid));
        command.addAll(List.of(question));
        try {
            Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
            String answer = new String(tool.getInputStream().readAllBytes(), UTF_8);
            if (tool.waitFor() != 0) {
                throw new AssertionError("Expected an answer to " + command + "; seen: " + answer);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while the JVM answers", e);
        }
    }
}
