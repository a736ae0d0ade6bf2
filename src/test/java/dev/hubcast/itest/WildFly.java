package dev.hubcast.itest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/** WildFly 39.0.1.Final. */
final class WildFly implements ServerUnderTest.Ways {

    @Override
    public List<Class<?>> watchers() {
        return List.of(UncaughtExceptionLog.class);
    }

    @Override
    public List<ExpectedError> knownErrors() {
        return List.of(
                // A WebSocket has been opened by the time the request's own thread looks for its session: both use one unguarded map.
                ExpectedError.optional("(?s)UT005071.*\"src\" is null.*ServletContextSessionConfig\\.findSessionId"
                        + ".*HttpServletResponseImpl\\.responseDone"));
    }

    /** Applications that lie in the folder of deployments are part of the server's start. */
    @Override
    public List<String> command(Seat seat, Map<String, ? extends Archive<?>> archives, ServerUnderTest.Outfit outfit) throws IOException {
        Path folder = seat.folder();
        Path home = Path.of(System.getProperty("wildfly.home"));
        copyFiles(home.resolve("standalone/configuration"), Files.createDirectory(folder.resolve("configuration")));
        Path deployments = Files.createDirectory(folder.resolve("deployments"));
        archives.forEach((name, archive) ->
                archive.as(ZipExporter.class).exportTo(deployments.resolve(name + ".war").toFile(), true));
        return StandaloneCommandBuilder.of(home)
                .setBaseDirectory(folder)
                .setServerConfiguration(outfit == ServerUnderTest.Outfit.FULL ? "standalone-full.xml" : "standalone.xml")
                .setYamlFiles(yaml(outfit))
                .setLogDirectory(Path.of("target/server-logs/running"))
                .setJavaOptions("@server-config/wildfly/test-jvm.txt", "-Djboss.http.port=" + seat.port(), "-Djboss.https.port=0",
                        "-Djboss.management.http.port=" + seat.managementPort())
                .build();
    }

    private static Path[] yaml(ServerUnderTest.Outfit outfit) {
        List<String> names = switch (outfit) {
            case USUAL -> List.of("jakarta-security");
            case IMPATIENT -> List.of("jakarta-security", "impatient");
            case FULL -> List.of("jakarta-security", "full");
        };
        return names.stream().map(name -> Path.of("server-config/wildfly/" + name + ".yaml").toAbsolutePath()).toArray(Path[]::new);
    }

    private static void copyFiles(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    @Override
    public List<Class<?>> resident() {
        return List.of();
    }

    @Override
    public Deployments deployments(Seat seat, String residentContextRoot) {
        return new WildFlyDeployments(seat.managementPort());
    }

    /** In the log's own words "started in", or "started (with errors) in". */
    @Override
    public boolean tellsReady(String line) {
        return line.contains("WFLYSRV0025") || line.contains("WFLYSRV0026");
    }
}
