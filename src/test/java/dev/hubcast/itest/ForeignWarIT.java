package dev.hubcast.itest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.File;
import java.net.URI;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class ForeignWarIT {

    @ArquillianResource
    URL base;

    @Deployment(testable = false)
    static WebArchive application() {
        File built = new File("target/it/foreign-war/target/foreign.war");
        return HubcastWar.watched(ShrinkWrap.createFromZipFile(WebArchive.class, built));
    }

    @Test
    void a_hub_in_a_strangers_application_answers() {
        try (var client = RawHubClient.connect(URI.create(base + "hubs/greeter"))) {
            assertThat(client.invoke("greet", "stranger")).isEqualTo(Json.createValue("Hello, stranger"));
        }
    }
}
