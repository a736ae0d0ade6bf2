package dev.hubcast.conformance;

import jakarta.json.JsonArray;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;

/** Plays recorded exchanges against one server. */
final class ExchangePlayer {

    /** No step may take longer, unless the exchange says so. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI base;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /**
     * A player.
     *
     * @param base the address that the paths of hubs are appended to
     */
    ExchangePlayer(URI base) {
        this.base = base;
    }

    /** Does what the client did and returns what came back, one answer for each step that waits for something. */
    JsonArray play(Exchange exchange) throws Exception {
        try (ExchangeInPlay play = new ExchangeInPlay(client, base + exchange.hub())) {
            for (Step step : exchange.steps()) {
                play.take(step);
            }
            return play.answers();
        }
    }
}
