package dev.hubcast.broadcasts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.itest.HubcastWar;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawRequest;
import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A domain module is a JAR of its own in WEB-INF/lib, has no beans.xml and no class of the web module. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class StrangersArchiveIT {

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return HubcastWar.of(HarbourHub.class, HarbourResource.class, RestApplication.class)
                .addAsLibraries(
                        ShrinkWrap.create(JavaArchive.class, "events.jar").addClasses(ShipArrived.class, ShipLeft.class),
                        ShrinkWrap.create(JavaArchive.class, "harbour.jar").addClasses(Harbour.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shipArrived", "shipLeft"})
    void its_events_are_heard_though_they_are_fired_from_another_archive(String event) {
        try (RawHubClient client = RawHubClient.connect(base.resolve("hubs/harbour"))) {
            assertThat(RawRequest.of("POST", base.resolve("api/harbour/" + event)).body("").send().status()).isEqualTo(204);

            assertThat(client.received(event).getJsonArray("arguments").getJsonObject(0).getString("name")).isEqualTo("Rosa");
        }
    }
}
