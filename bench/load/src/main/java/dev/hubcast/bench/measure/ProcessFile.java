package dev.hubcast.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Linux's own account of a process.
 */
final class ProcessFile {

    // USER_HZ: part of the kernel's interface to programs, whatever its own clock does.
    private static final long TICK_MICROS = 1_000_000 / 100;
    // Fields 14 and 15 of stat(5), counted after the name, which may itself contain blanks.
    private static final int USER_TIME = 14 - 3;
    private static final int SYSTEM_TIME = 15 - 3;

    private final Path folder;

    ProcessFile(long pid) {
        folder = Path.of("/proc", Long.toString(pid));
    }

    /** User and system time of all threads, also of those that have ended. */
    long cpuMicros() {
        String stat = read("stat");
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME])) * TICK_MICROS;
    }

    long residentKilobytes() {
        return read("status").lines().filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.replaceAll("\\D", "")).mapToLong(Long::parseLong).findFirst().orElse(0);
    }

    boolean isJvm() {
        return read("maps").contains("/libjvm.so");
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("no account of the server's process in " + folder, e);
        }
    }
}
