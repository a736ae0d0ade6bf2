package dev.hubcast.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the numbers were measured on.
 */
public final class Machine {

    private Machine() {
    }

    /**
     * Processor, memory, kernel and the client's Java.
     *
     * @return one fact a line
     */
    public static List<String> facts() {
        long processors = lines("/proc/cpuinfo").stream().filter(line -> line.startsWith("processor")).count();
        String model = lines("/proc/cpuinfo").stream().filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).trim()).findFirst().orElse("unknown processor");
        long kilobytes = lines("/proc/meminfo").stream().filter(line -> line.startsWith("MemTotal"))
                .map(line -> line.replaceAll("\\D", "")).mapToLong(Long::parseLong).findFirst().orElse(0);
        return List.of(
                "Machine: " + processors + " × " + model + ", " + Math.round(kilobytes / 1048576.0) + " GB",
                "Kernel: Linux " + System.getProperty("os.version"),
                "Client: " + System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the load tool needs Linux", e);
        }
    }
}
