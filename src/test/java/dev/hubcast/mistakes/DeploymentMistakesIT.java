package dev.hubcast.mistakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubcast.itest.ExpectedLog;
import dev.hubcast.itest.Frame;
import dev.hubcast.itest.HttpAnswer;
import dev.hubcast.itest.HubcastWar;
import dev.hubcast.itest.OwnServer;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawRequest;
import dev.hubcast.itest.RawWebSocket;
import dev.hubcast.itest.Refusal;
import dev.hubcast.itest.ServerLog;
import dev.hubcast.itest.ServerUnderTest;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A mistake fails the deployment of its application, with the class and the cure in the log. */
@ExpectedLog(value = "Exception while (loading the app|running a command|invoking class)|Startup of context /\\w+ failed", optional = true,
        on = ServerUnderTest.PAYARA_MICRO)
@ExpectedLog(value = "MSC000001: Failed to start service|WFLYCTL0013: Operation \\(\"deploy\"\\) failed|WFLYSRV0026: .* \\(with errors\\)",
        on = ServerUnderTest.WILDFLY)
class DeploymentMistakesIT {

    private static final StringAsset NO_DISCOVERY = new StringAsset("""
            <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0" bean-discovery-mode="none"/>
            """);

    private static OwnServer server;

    @BeforeAll
    static void start() {
        server = OwnServer.startOpen(Map.of(
                "overloaded", HubcastWar.of(OverloadedHub.class),
                "mixed", HubcastWar.of(GoodHub.class, PlainEndpoint.class),
                "silent", withoutBeansXml(HubcastWar.of(GoodHub.class)),
                "hubless", withoutBeansXml(HubcastWar.of(PlainServlet.class))));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static WebArchive withoutBeansXml(WebArchive application) {
        application.delete("WEB-INF/beans.xml");
        return application;
    }

    private static void assertNotDeployed(String contextRoot, String hub) {
        assertThat(RawRequest.of("POST", server.at(contextRoot, hub + "/negotiate")).body("").send().status()).isEqualTo(404);
    }

    /** Deployed to the running server, because Payara starts no web application beside one whose own start fails as the server starts. */
    private static void assertFails(WebArchive application, String message) {
        assertThatThrownBy(() -> server.deploy("mistaken", application)).isInstanceOf(Refusal.class);
        assertThat(ServerLog.text()).contains(message);
        assertNotDeployed("mistaken", "/hubs/good");
    }

    @Test
    @ExpectedLog("Hub dev.hubcast.mistakes.OverloadedHub: Duplicate definitions")
    void an_overloaded_method_is_named_with_its_cure() {
        assertThat(ServerLog.text()).contains("Hub dev.hubcast.mistakes.OverloadedHub: Duplicate definitions of 'say'. Overloading is not"
                + " supported. Give one of them another name by @HubMethod(\"…\").");
        assertNotDeployed("overloaded", "/hubs/overloaded");
    }

    @Test
    @ExpectedLog("EveryEndpoint.getAnnotatedEndpointClasses returns the hub")
    void another_configuration_that_deploys_the_hub_is_named() {
        assertFails(HubcastWar.of(GoodHub.class, EveryEndpoint.class),
                "dev.hubcast.mistakes.EveryEndpoint.getAnnotatedEndpointClasses returns the hub dev.hubcast.mistakes.GoodHub, which Hubcast"
                        + " deploys already. Leave out classes that carry @Hub.");
    }

    @Test
    @ExpectedLog("GoodHub is no CDI bean here")
    void a_hub_that_is_no_bean_is_named() {
        WebArchive application = withoutBeansXml(HubcastWar.of(GoodHub.class)).addAsWebInfResource(NO_DISCOVERY, "beans.xml");
        assertFails(application,
                "Hub dev.hubcast.mistakes.GoodHub is no CDI bean here. Put a beans.xml into WEB-INF, whose bean-discovery-mode is annotated"
                        + " or all, and veto no hub.");
    }

    @Test
    @ExpectedLog("Filter dev.hubcast.mistakes.LostFilter is no CDI bean here")
    void a_filter_that_is_no_bean_is_named() {
        assertFails(HubcastWar.of(GoodHub.class, LostFilter.class),
                "Filter dev.hubcast.mistakes.LostFilter is no CDI bean here. Give it a scope, such as @ApplicationScoped; or @Vetoed, if it"
                        + " is not meant to be one.");
    }

    @Test
    @ExpectedLog("The configuration key hubcast.protocols cannot be")
    void a_value_that_cannot_be_is_named_with_its_key() {
        assertFails(HubcastWar.of(GoodHub.class)
                        .addAsResource(new StringAsset("hubcast.protocols=json,cbor"), "META-INF/microprofile-config.properties"),
                "The configuration key hubcast.protocols cannot be 'json,cbor': there is no protocol cbor; write some of json,messagepack");
    }

    @Test
    @ExpectedLog("@BroadcastTo on dev.hubcast.mistakes.UnseenEvent is not seen by CDI here")
    void a_class_of_events_that_cdi_does_not_see_is_named() {
        WebArchive application = HubcastWar.of(GoodHub.class).addAsLibrary(ShrinkWrap.create(JavaArchive.class, "unseen.jar")
                .addClass(UnseenEvent.class).addAsManifestResource(NO_DISCOVERY, "beans.xml"));
        assertFails(application,
                "@BroadcastTo on dev.hubcast.mistakes.UnseenEvent is not seen by CDI here. Put a beans.xml into META-INF of the class's"
                        + " JAR, whose bean-discovery-mode is annotated or all, and do not veto it; or declare the class by @Broadcasts on"
                        + " the hub.");
    }

    @Test
    @ExpectedLog("ExtendedHub: its configurator .* overrides getNegotiatedExtensions")
    void a_configurator_that_chooses_extensions_where_there_are_none_is_named() {
        assertFails(HubcastWar.of(ExtendedHub.class, ExtendedHub.Author.class),
                "Hub dev.hubcast.mistakes.ExtendedHub: its configurator dev.hubcast.mistakes.ExtendedHub$Author overrides"
                        + " getNegotiatedExtensions, but Hubcast's own WebSocket has no extensions. Remove that method, or leave WebSocket"
                        + " to the server by hubcast.websocket=container.");
    }

    @Test
    void a_plain_endpoint_works_beside_a_hub() {
        try (RawHubClient client = RawHubClient.connect(server.at("mixed", "/hubs/good"));
                RawWebSocket plain = RawWebSocket.open(server.at("mixed", "/plain"))) {
            plain.send(Frame.text("words"));

            assertThat(new String(plain.receive().payload(), StandardCharsets.UTF_8)).isEqualTo("plain words");
            assertThat(((JsonString) client.invoke("echo", "words")).getString()).isEqualTo("words");
        }
    }

    @Test
    void a_hub_is_a_bean_without_a_beans_xml_too() {
        try (RawHubClient client = RawHubClient.connect(server.at("silent", "/hubs/good"))) {
            assertThat(((JsonString) client.invoke("echo", "words")).getString()).isEqualTo("words");
        }
    }

    @Test
    void an_application_with_neither_hubs_nor_beans_is_left_alone() {
        HttpAnswer answer = RawRequest.of("GET", server.at("hubless", "/plain")).send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("no hubs");
    }
}
