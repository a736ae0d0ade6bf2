package dev.hubcast.conformance;

import dev.hubcast.itest.HubcastWar;
import java.net.URI;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DynamicTest;

/** The conformance application, and what it is held to. */
final class RecordedExchanges {

    /** What this version does not offer yet. */
    private static final String STILL_TO_COME = "stream|polling|server-sent|messagepack|client result|stateful";

    private RecordedExchanges() {}

    static WebArchive application() {
        return HubcastWar.of(
                WireMethods.class, WireHub.class, LongPollingWireHub.class, ServerSentEventsWireHub.class, BenchHub.class, Item.class);
    }

    static Stream<DynamicTest> against(URI application) {
        String address = application.toString().replaceAll("/$", "");
        return Transcript.recorded().without(STILL_TO_COME).aside("availableTransports").against(URI.create(address));
    }
}
