package dev.hubcast.itest;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.ResourceAdapterArchive;

/** Payara Micro 6.2025.10. */
final class PayaraMicro implements ServerUnderTest.Ways {

    @Override
    public List<Class<?>> watchers() {
        return List.of(UncaughtExceptionLog.class, OrderlyShutdown.class);
    }

    @Override
    public List<ExpectedError> knownErrors() {
        return List.of(
                // A WebSocket ends while the request that opened it is still being finished.
                ExpectedError.optional("(?s)because \"connection\" is null.*PECoyoteConnector\\.requestEndEvent"),
                // A WebSocket ends while a write to it waits for its turn.
                ExpectedError.optional("(?s)\"this\\.this\\$0\\.response\" is null.*OutputBuffer\\$WriteHandlerImpl\\.processCallbacks"));
    }

    @Override
    public List<String> command(Seat seat, Map<String, ? extends Archive<?>> archives, ServerUnderTest.Outfit outfit) {
        String commands = outfit == ServerUnderTest.Outfit.IMPATIENT ? "impatient.txt" : "loopback.txt";
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@server-config/payara/test-jvm.txt", "-jar", "target/servers/payara-micro.jar", "--noCluster",
                "--port", String.valueOf(seat.port()),
                "--preBootCommandFile", "server-config/payara/" + commands));
        archives.forEach((name, archive) -> {
            File file = seat.folder().resolve(name + (archive instanceof ResourceAdapterArchive ? ".rar" : ".war")).toFile();
            archive.as(ZipExporter.class).exportTo(file, true);
            command.addAll(List.of("--deploy", file.getPath()));
        });
        return command;
    }

    @Override
    public List<Class<?>> resident() {
        return List.of(PayaraMicroDeployer.class);
    }

    @Override
    public Deployments deployments(Seat seat, String residentContextRoot) {
        return new PayaraMicroDeployments(
                URI.create("http://127.0.0.1:" + seat.port() + "/" + residentContextRoot + "/deployments/"));
    }

    @Override
    public boolean tellsReady(String line) {
        return line.contains(" ready in ");
    }
}
