package dev.hubcast.conformance;

import dev.hubcast.itest.ExpectedLog;
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

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return RecordedExchanges.application();
    }

    /** What the official functional tests need beside hubs. */
    @TestFactory
    Stream<DynamicTest> offers_what_functional_tests_expect() {
        return new FunctionalTestServer(base).tests();
    }

    @TestFactory
    Stream<DynamicTest> answers_as_the_reference_did() {
        return RecordedExchanges.against(base);
    }
}
