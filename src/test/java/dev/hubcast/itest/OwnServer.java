package dev.hubcast.itest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A server with several applications, of which some may fail to deploy; the log is where {@link ServerLogWatch} looks. */
public final class OwnServer implements AutoCloseable {

    /** After what time of idleness the listener of an impatient server ends a connection. */
    public static final Duration IMPATIENCE = Duration.ofSeconds(2);

    private static final ServerUnderTest.Ways WAYS = ServerUnderTest.current().ways();
    private static final Duration TIME_TO_START = Duration.ofSeconds(120);
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(30);

    private static final String RESIDENT = "resident";

    private final Seat seat;
    private final Process process;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();

    private OwnServer(Seat seat, Process process) {
        this.seat = seat;
        this.process = process;
    }

    /** Starts a server with these applications, each at the context root that is its key, and waits until it is ready. */
    public static OwnServer start(Map<String, WebArchive> applications) {
        return start(applications, ServerUnderTest.Outfit.USUAL);
    }

    /** The same of a server whose listener's time-outs are all at {@link #IMPATIENCE}, rather than at half a minute and more. */
    public static OwnServer startImpatient(Map<String, WebArchive> applications) {
        return start(applications, ServerUnderTest.Outfit.IMPATIENT);
    }

    /**
     * The same of a server with all that it has of Jakarta EE: messaging on WildFly, while Payara Micro takes resource adapters at most.
     *
     * @param archives applications, and before them what they need, each with its name, which is an application's context root
     */
    public static OwnServer startFull(Map<String, ? extends Archive<?>> archives) {
        return start(archives, ServerUnderTest.Outfit.FULL);
    }

    /** The same of a server to which more applications are to come, and go from it, while it runs. */
    public static OwnServer startOpen(Map<String, WebArchive> applications) {
        WebArchive resident = ShrinkWrap.create(WebArchive.class).addClasses(WAYS.resident().toArray(Class<?>[]::new));
        Map<String, WebArchive> all = new LinkedHashMap<>(applications);
        all.put(RESIDENT, HubcastWar.watched(resident));
        return start(all, ServerUnderTest.Outfit.USUAL);
    }

    private static OwnServer start(Map<String, ? extends Archive<?>> archives, ServerUnderTest.Outfit outfit) {
        try {
            Seat seat = new Seat(freePort(), freePort(), Files.createTempDirectory("own-server"));
            List<String> command = WAYS.command(seat, archives, outfit);
            OwnServer server = new OwnServer(seat, new ProcessBuilder(command).redirectErrorStream(true).start());
            Thread reader = new Thread(server::readOutput, "server-output");
            reader.setDaemon(true);
            reader.start();
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An address within an application. */
    public URI at(String contextRoot, String path) {
        return URI.create("http://127.0.0.1:" + seat.port() + "/" + contextRoot + path);
    }

    /** Deploys an application to a server that was started open, and waits until it has started; throws {@link Refusal} if it did not. */
    public void deploy(String contextRoot, WebArchive application) {
        WAYS.deployments(seat, RESIDENT).deploy(contextRoot, application);
    }

    /** Takes away an application that was deployed to the running server, and waits until it has ended. */
    public void undeploy(String contextRoot) {
        WAYS.deployments(seat, RESIDENT).undeploy(contextRoot);
    }

    /** The server's JVM. */
    public ServerJvm jvm() {
        return new ServerJvm(process.pid());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(TIME_TO_STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("Expected the server to end within " + TIME_TO_STOP.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void readOutput() {
        try (Stream<String> lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).lines()) {
            lines.filter(WAYS::tellsReady).forEach(line -> ready.complete(null));
        } catch (UncheckedIOException e) {
            // the process has ended
        } finally {
            ready.completeExceptionally(new IllegalStateException("The server has ended"));
        }
    }

    private void awaitReady() {
        try {
            ready.get(TIME_TO_START.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            close();
            throw new AssertionError("Expected the server to be ready within " + TIME_TO_START.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while the server starts", e);
        }
    }
}
