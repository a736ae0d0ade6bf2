package dev.hubcast.conformance;

import dev.hubcast.itest.ExpectedLog;
import dev.hubcast.itest.HubcastWar;
import java.net.URI;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Hubcast answers as the reference server was recorded to answer. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@ExpectedLog("throwOrdinary failed|Throw failed")
class ConformanceIT {

    /** What this version does not offer yet. */
    private static final String STILL_TO_COME = "stream|polling|server-sent|messagepack|client result|stateful";

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return HubcastWar.of(
                WireMethods.class, WireHub.class, LongPollingWireHub.class, ServerSentEventsWireHub.class, BenchHub.class, Item.class);
    }

    @TestFactory
    Stream<DynamicTest> answers_as_the_reference_did() {
        String address = base.toString().replaceAll("/$", "");
        return Transcript.recorded().without(STILL_TO_COME).aside("availableTransports").against(URI.create(address));
    }
}
