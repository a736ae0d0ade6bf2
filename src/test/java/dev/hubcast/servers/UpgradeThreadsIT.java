package dev.hubcast.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.itest.HubcastWar;
import dev.hubcast.itest.ServerUnderTest;
import java.io.IOException;
import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The threads on which the servers read an upgraded connection, and why hub code doesn't run on them. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class UpgradeThreadsIT {

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return HubcastWar.of(WitnessServlet.class, Witness.class);
    }

    @Test
    void wildfly_reads_on_a_bare_io_thread_and_payara_on_one_of_its_pool_with_the_applications_loader() throws IOException {
        try (WitnessClient client = new WitnessClient(base.resolve("witness"))) {
            String words = client.ask();

            if (ServerUnderTest.current() == ServerUnderTest.WILDFLY) {
                assertThat(words).contains("I/O").contains("application=false");
            } else {
                assertThat(words).doesNotContain("I/O").contains("application=true");
            }
        }
    }

    @Test
    void no_request_context_is_active_where_an_upgraded_connection_is_read() throws IOException {
        try (WitnessClient client = new WitnessClient(base.resolve("witness"))) {
            assertThat(client.ask()).contains("request=false");
        }
    }
}
