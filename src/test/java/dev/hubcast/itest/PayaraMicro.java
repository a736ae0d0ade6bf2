package dev.hubcast.itest;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

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
    public List<String> command(int port, Path folder, Map<String, WebArchive> applications, boolean impatient) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@server-config/payara/test-jvm.txt", "-jar", "target/servers/payara-micro.jar", "--noCluster",
                "--port", String.valueOf(port),
                "--preBootCommandFile", "server-config/payara/" + (impatient ? "impatient.txt" : "loopback.txt")));
        applications.forEach((contextRoot, archive) -> {
            File file = folder.resolve(contextRoot + ".war").toFile();
            archive.as(ZipExporter.class).exportTo(file, true);
            command.addAll(List.of("--deploy", file.getPath()));
        });
        return command;
    }

    @Override
    public boolean tellsReady(String line) {
        return line.contains(" ready in ");
    }
}
