package dev.hubcast.filters;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Size;
import jakarta.websocket.server.ServerEndpoint;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What filters are put around. */
@Hub(name = "desk")
@ServerEndpoint("/hubs/desk")
public class DeskHub {

    @Inject
    Notes notes;

    @Inject
    CallNote note;

    public String id(HubCaller caller) {
        return caller.connectionId();
    }

    public List<String> notesOf(String connectionId) {
        return notes.of(connectionId);
    }

    /** Answers with what a filter has left for it in the request scope. */
    @Transactional
    public String echo(@Size(max = 20) String text) {
        return text + " (" + note.get() + ")";
    }

    public CompletionStage<String> echoLater(String text) {
        return CompletableFuture.supplyAsync(() -> text);
    }

    @RolesAllowed("writer")
    public void close() {}

    public Stream<Integer> count(int upTo) {
        return IntStream.range(0, upTo).boxed();
    }

    public Stream<Integer> endless() {
        return Stream.iterate(0, number -> number + 1);
    }
}
