package dev.hubcast.bench.hub;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * The hub under test; the peers it is compared with have the same methods.
 */
@Hub(name = "bench")
@ServerEndpoint("/hubs/bench")
public class BenchHub {

    @Inject
    HubContext<BenchHub> hub;

    /**
     * Puts the caller into a group.
     *
     * @param caller who is calling
     * @param group the group's name
     * @return completes when the caller hears what is sent to the group
     */
    public CompletionStage<Void> join(HubCaller caller, String group) {
        return hub.groups().add(caller, group);
    }

    /**
     * Calls {@code message(text)} on every client in a group.
     *
     * @param group the group's name
     * @param text what the clients get
     */
    public void send(String group, String text) {
        hub.clients().group(group).send("message", text);
    }

    /**
     * Answers with what it was given.
     *
     * @param text any text
     * @return the same text
     */
    public String echo(String text) {
        return text;
    }

    /**
     * Calls {@code message(text)} on the caller, again and again.
     *
     * @param caller who is calling
     * @param text the first text
     * @param count how many, each with the next number
     */
    public void pour(HubCaller caller, String text, int count) {
        Numbered.texts(text, count).forEach(each -> caller.client().send("message", each));
    }

    /**
     * Answers with a stream of texts.
     *
     * @param text the first text
     * @param count how many, each with the next number
     * @return the texts
     */
    public Stream<String> stream(String text, int count) {
        return Numbered.texts(text, count);
    }
}
