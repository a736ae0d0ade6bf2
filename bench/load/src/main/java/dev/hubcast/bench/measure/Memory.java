package dev.hubcast.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Reads how much memory a server holds.
 */
public final class Memory {

    private static final int SECONDS = 60;

    private final long pid;
    private final ProcessFile process;

    /**
     * Watches a server.
     *
     * @param serverPid the server's process
     */
    public Memory(long serverPid) {
        pid = serverPid;
        process = new ProcessFile(serverPid);
    }

    /**
     * What the system has given to the server.
     *
     * @return resident set size in kilobytes
     */
    public long residentKilobytes() {
        return process.residentKilobytes();
    }

    /**
     * Collects the server's garbage and reads what is left.
     *
     * @return bytes of the heap's live objects, NaN if the server is no JVM
     */
    public double liveHeapBytes() {
        // Only a JVM is asked: the attach signal makes other runtimes shut down.
        if (!process.isJvm()) {
            return Double.NaN;
        }
        // The histogram collects first and sums up live objects, and reads the same for every collector.
        String total = jcmd("GC.class_histogram").lines().filter(line -> line.startsWith("Total")).findFirst()
                .orElseThrow(() -> new IllegalStateException("jcmd gave no histogram of process " + pid));
        return Double.parseDouble(total.trim().split("\\s+")[2]);
    }

    private String jcmd(String command) {
        try {
            Path output = Files.createTempFile("jcmd", ".txt");
            try {
                Process jcmd = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(pid), command)
                        .redirectErrorStream(true).redirectOutput(output.toFile()).start();
                if (!jcmd.waitFor(SECONDS, TimeUnit.SECONDS)) {
                    jcmd.destroyForcibly();
                    throw new IllegalStateException("jcmd did not answer within " + SECONDS + " seconds");
                }
                return Files.readString(output, StandardCharsets.UTF_8);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("jcmd of the JDK that runs the load tool could not be used", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while jcmd ran", e);
        }
    }
}
