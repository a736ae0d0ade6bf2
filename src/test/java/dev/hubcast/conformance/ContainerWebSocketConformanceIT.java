package dev.hubcast.conformance;

import dev.hubcast.itest.ExpectedLog;
import dev.hubcast.itest.PayaraComplains;
import dev.hubcast.itest.ServerUnderTest;
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

/**
 * Hubcast over the container's WebSocket answers as the reference server was recorded to answer.
 *
 * <p>Where Hubcast closes, Payara 6.2025.10 may recycle a request twice, and says so; the README tells of it, and it is why this is not the
 * default.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@ExpectedLog("throwOrdinary failed|Throw failed")
@ExpectedLog(value = PayaraComplains.A_REQUEST_RECYCLED_TWICE, optional = true, on = ServerUnderTest.PAYARA_MICRO)
class ContainerWebSocketConformanceIT {

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return RecordedExchanges.application("hubcast.websocket=container");
    }

    @TestFactory
    Stream<DynamicTest> answers_as_the_reference_did() {
        return RecordedExchanges.against(base);
    }
}
