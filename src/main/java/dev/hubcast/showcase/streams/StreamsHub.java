package dev.hubcast.showcase.streams;

import dev.hubcast.ClientGoneException;
import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import dev.hubcast.HubException;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnOpen;
import jakarta.websocket.server.ServerEndpoint;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeoutException;

/** Calls that are more than a question and an answer. */
@Hub(name = "streams")
@ServerEndpoint("/hubs/streams")
public class StreamsHub {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject HubContext<StreamsHub> hub;
    @Inject Memory memory;
    @Inject Windows windows;

    @OnOpen
    void opened(HubCaller caller) {
        hub.clients().all().send("windowsChanged", windows.open(caller.connectionId()));
    }

    @OnClose
    void closed(HubCaller caller) {
        hub.clients().all().send("windowsChanged", windows.close(caller.connectionId()));
    }

    /** Who the caller is among those who are here. */
    public Welcome hello(HubCaller caller) {
        return new Welcome(caller.connectionId(), windows.open());
    }

    /** How much memory the server uses, several times a second until the caller cancels. */
    public Flow.Publisher<Reading> memory() {
        return memory.readings();
    }

    /** Says of each piece of a file that it has come, and what the check sum is so far. */
    public Flow.Publisher<Received> checksum(Flow.Publisher<byte[]> pieces) {
        CheckSum sum = new CheckSum();
        return new Mapped<>(pieces, sum::add);
    }

    /** Asks another window, and answers with what it says: null if it does not want to say anything. */
    public CompletionStage<String> ask(HubCaller caller, @NotBlank String window, @NotBlank @Size(max = 200) String question) {
        return hub.clients().client(window).within(PATIENCE)
                .invoke(String.class, "answer", windows.name(caller.connectionId()), question)
                .exceptionally(StreamsHub::unanswered);
    }

    private static String unanswered(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof TimeoutException) {
            throw new HubException("There was no answer within a minute.");
        }
        if (cause instanceof ClientGoneException) {
            throw new HubException("That window is gone.");
        }
        throw new CompletionException(cause);
    }
}
