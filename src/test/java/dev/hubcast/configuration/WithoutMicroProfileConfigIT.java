package dev.hubcast.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.itest.HubcastWar;
import dev.hubcast.itest.OnServer;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.ServerLog;
import dev.hubcast.itest.ServerUnderTest;
import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** WildFly can be told to keep MicroProfile Config from an application. */
@OnServer(ServerUnderTest.WILDFLY)
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class WithoutMicroProfileConfigIT {

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return HubcastWar.of(EchoHub.class).addAsWebInfResource(new StringAsset("""
                <jboss-deployment-structure xmlns="urn:jboss:deployment-structure:1.2">
                  <deployment>
                    <exclude-subsystems>
                      <subsystem name="microprofile-config-smallrye"/>
                    </exclude-subsystems>
                  </deployment>
                </jboss-deployment-structure>
                """), "jboss-deployment-structure.xml");
    }

    @Test
    void hubs_work_by_defaults_and_the_log_says_why() {
        try (RawHubClient client = RawHubClient.connect(base.resolve("hubs/echo"))) {
            assertThat(client.invoke("echo", "words")).hasToString("\"words\"");
        }
        assertThat(ServerLog.text()).contains("The server has no MicroProfile Config: Hubcast is configured by system properties alone");
    }
}
