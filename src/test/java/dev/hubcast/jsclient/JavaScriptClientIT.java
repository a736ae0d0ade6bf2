package dev.hubcast.jsclient;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.hubcast.conformance.Folding;
import dev.hubcast.conformance.Item;
import dev.hubcast.itest.Cable;
import dev.hubcast.itest.Ends;
import dev.hubcast.itest.ExpectedLog;
import dev.hubcast.itest.HubRegistry;
import dev.hubcast.itest.HubcastWar;
import dev.hubcast.itest.ObservedHub;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** The official JavaScript client gets through by every transport and in every protocol, in Node and in Chromium. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@ExpectedLog("throw failed")
class JavaScriptClientIT {

    private static final List<String> BROWSER_SCRIPTS = List.of(
            "node_modules/@microsoft/signalr/dist/browser/signalr.min.js",
            "node_modules/@microsoft/signalr-protocol-msgpack/dist/browser/signalr-protocol-msgpack.min.js");
    private static final List<String> PAGE = List.of("page.html", "play.js", "stage.js", "expect.js", "round-trips.js");

    private static Node node;
    private static Chromium chromium;

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() throws IOException {
        WebArchive application = HubcastWar.of(LoungeMethods.class, LoungeStreams.class, LoungeHub.class, WithoutWebSocketsHub.class,
                        ByPollingHub.class, MembersHub.class, MessagesHub.class, NoSecrets.class, Tokens.class, ObservedHub.class,
                        Ends.class, HubRegistry.class, Item.class, Folding.class)
                .addAsResource(new StringAsset("""
                        hubcast.allow-stateful-reconnects=true
                        hubcast.hub.without-websockets.transports=server-sent-events,long-polling
                        hubcast.hub.by-polling.transports=long-polling
                        """), "META-INF/microprofile-config.properties");
        BROWSER_SCRIPTS.forEach(script -> application.addAsWebResource(
                Scenario.HOME.resolve(script).toFile(), script.substring(script.lastIndexOf('/') + 1)));
        Stream.concat(PAGE.stream().map(Path::of), Scenario.files().stream())
                .forEach(file -> application.addAsWebResource(Scenario.HOME.resolve(file).toFile(), file.toString()));
        return application;
    }

    @BeforeAll
    static void launch() {
        node = new Node();
        chromium = new Chromium();
    }

    @AfterAll
    static void quit() {
        node.close();
        chromium.close();
    }

    @TestFactory
    Stream<DynamicTest> in_node() throws IOException {
        return playedBy(node);
    }

    @TestFactory
    Stream<DynamicTest> in_chromium() throws IOException {
        return playedBy(chromium);
    }

    private Stream<DynamicTest> playedBy(Player player) throws IOException {
        return Scenario.all().map(scenario -> dynamicTest(scenario.title(), () -> {
            try (Cable cable = Cable.to(base)) {
                player.play(scenario, cable.at(base.getPath()), cable);
            }
        }));
    }
}
