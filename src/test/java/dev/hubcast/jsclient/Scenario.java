package dev.hubcast.jsclient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that people do with the official JavaScript client, written down in {@code src/test/node/scenarios}.
 *
 * @param file the module, relative to {@link #HOME}
 * @param way how its clients connect
 */
record Scenario(Path file, Way way) {

    /** Where the build puts the scenarios and the client. */
    static final Path HOME = Path.of("target", "node");

    /** The files of all scenarios, relative to {@link #HOME}. */
    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(HOME.resolve("scenarios"))) {
            return files.filter(file -> file.toString().endsWith(".js")).sorted().map(HOME::relativize).toList();
        }
    }

    /** Every scenario by every way that it is for. */
    static Stream<Scenario> all() throws IOException {
        return files().stream().flatMap(file -> Way.of(file.getName(1).toString()).stream().map(way -> new Scenario(file, way)));
    }

    /** What happens, and over what. */
    String title() {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.')).replace('-', ' ') + ", " + way;
    }

    /** The module as a page names it, with slashes. */
    String module() {
        return file.toString().replace('\\', '/');
    }
}
