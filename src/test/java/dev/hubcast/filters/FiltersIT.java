package dev.hubcast.filters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.TransportType;
import dev.hubcast.context.TestUsers;
import dev.hubcast.itest.HubcastWar;
import dev.hubcast.itest.OnEveryTransport;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawHubConnector;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** Filters around hubs are beans of the application, with the caller's identity and the call's request, on every transport. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class FiltersIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<RawHubClient> clients = new ArrayList<>();

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return HubcastWar.of(DeskHub.class, ElsewhereHub.class, Journal.class, Emphasis.class, Notes.class, CallNote.class, Callers.class,
                TestUsers.class);
    }

    @AfterEach
    void leave() {
        clients.forEach(RawHubClient::close);
    }

    private RawHubClient connect(String hub, TransportType by, String user) {
        RawHubClient client = RawHubConnector.to(base.resolve("hubs/" + hub)).by(by)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(UTF_8)))
                .connect();
        clients.add(client);
        return client;
    }

    private static String text(JsonValue value) {
        return ((JsonString) value).getString();
    }

    private void awaitNotes(String connectionId, String... notes) {
        RawHubClient watch = connect("desk", TransportType.WEB_SOCKETS, "bob");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<String> seen;
        do {
            seen = watch.invoke("notesOf", connectionId).asJsonArray().stream().map(FiltersIT::text).toList();
        } while (seen.size() < notes.length && System.nanoTime() < deadline);
        assertThat(seen).containsExactlyInAnyOrder(notes);
    }

    @OnEveryTransport
    void a_filter_changes_what_passes_and_its_beans_are_those_of_the_call(TransportType by) {
        RawHubClient ada = connect("desk", by, "ada");

        assertThat(text(ada.invoke("echo", "hi"))).isEqualTo("hi! (from ada)");
        assertThat(text(ada.invoke("echoLater", "later"))).isEqualTo("later!");
        assertThat(ada.invokeForError("echoLater", "forbidden"))
                .isEqualTo("An unexpected error occurred invoking 'echoLater' on the server. HubException: Not here.");
        String stream = ada.beginStream("count", 2);
        assertThat(text(ada.itemOf(stream))).isEqualTo("0!");
        assertThat(text(ada.itemOf(stream))).isEqualTo("1!");
        assertThat(text(connect("elsewhere", by, "ada").invoke("echo", "hi"))).isEqualTo("hi");
    }

    @OnEveryTransport
    void a_filter_hears_of_connects_and_disconnects_and_how_every_call_ended(TransportType by) {
        RawHubClient eve = connect("desk", by, "eve");
        String id = text(eve.invoke("id"));
        eve.invokeForError("nothing");
        eve.invokeForError("close");
        eve.invokeForError("echo", 1);
        eve.invokeForError("echo", "much longer than it may be");
        eve.invokeForError("echoLater", "forbidden");
        eve.completionOf(eve.beginStream("count", 1));
        String endless = eve.beginStream("endless");
        eve.itemOf(endless);
        eve.cancel(endless);
        eve.completionOf(endless);
        eve.leave();

        awaitNotes(id, "eve came", "eve id SUCCEEDED", "eve nothing UNKNOWN_METHOD", "eve close UNAUTHORIZED", "eve echo UNFIT",
                "eve echo INVALID", "eve echoLater FAILED", "eve count SUCCEEDED", "eve endless CANCELLED", "eve left");
    }
}
