package dev.hubcast.conformance;

import dev.hubcast.conformance.functional.TestHub;
import dev.hubcast.itest.HubcastWar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DynamicTest;

/** The conformance application, and what it is held to. */
final class RecordedExchanges {

    private static final String CONFIGURATION = "META-INF/microprofile-config.properties";
    private static final Path OF_THE_APPLICATION = Path.of("conformance/src/main/resources", CONFIGURATION);

    private RecordedExchanges() {}

    /** With lines added to its configuration. */
    static WebArchive application(String... settings) {
        try {
            String configuration = Files.readString(OF_THE_APPLICATION) + String.join("\n", settings);
            return HubcastWar.of(WireMethods.class, WireHub.class, LongPollingWireHub.class, ServerSentEventsWireHub.class, BenchHub.class,
                            Item.class, Folding.class)
                    .addPackage(TestHub.class.getPackage())
                    .addAsResource(new StringAsset(configuration), CONFIGURATION);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<DynamicTest> against(URI application) {
        String address = application.toString().replaceAll("/$", "");
        return Transcript.recorded().against(URI.create(address));
    }
}
