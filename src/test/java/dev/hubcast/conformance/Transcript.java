package dev.hubcast.conformance;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.AssertionFailedError;

/**
 * Exchanges that were recorded with ASP.NET Core SignalR. To be played against a server as tests.
 *
 * <p>The server must offer the hubs of the conformance application, with every setting at its default.
 */
public final class Transcript {

    private final List<Exchange> exchanges;
    private final Pattern aside;

    private Transcript(List<Exchange> exchanges, Pattern aside) {
        this.exchanges = exchanges;
        this.aside = aside;
    }

    /**
     * All exchanges.
     *
     * @return the transcript, not null
     */
    public static Transcript recorded() {
        try (InputStream file = Transcript.class.getResourceAsStream("transcript.json"); JsonReader reader = Json.createReader(file)) {
            return of(reader.readArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Transcript of(JsonArray exchanges) {
        return new Transcript(exchanges.getValuesAs(JsonObject.class).stream().map(Exchange::of).toList(), null);
    }

    /**
     * Leaves exchanges out.
     *
     * @param name a regular expression that is found in the names of those exchanges
     * @return the other exchanges
     */
    public Transcript without(String name) {
        Pattern pattern = Pattern.compile(name);
        return new Transcript(exchanges.stream().filter(exchange -> !pattern.matcher(exchange.name()).find()).toList(), aside);
    }

    /**
     * Leaves properties out of the comparison.
     *
     * @param property a regular expression that is found in the names of those properties, anywhere in an answer
     * @return the same exchanges
     */
    public Transcript aside(String property) {
        return new Transcript(exchanges, Pattern.compile(property));
    }

    /**
     * Makes each exchange a test, named like the exchange, that fails if an answer differs.
     *
     * @param base the address that the paths of hubs are appended to
     * @return the tests
     */
    public Stream<DynamicTest> against(URI base) {
        if (exchanges.isEmpty()) {
            throw new IllegalStateException("No exchange is left to play.");
        }
        ExchangePlayer player = new ExchangePlayer(base);
        return exchanges.stream().map(exchange -> DynamicTest.dynamicTest(exchange.name(), () -> check(exchange, player)));
    }

    /** Failures name the exchange because not every report shows the names of dynamic tests. */
    private void check(Exchange exchange, ExchangePlayer player) {
        JsonArray here;
        try {
            here = player.play(exchange);
        } catch (Exception e) {
            throw new AssertionFailedError("'" + exchange.name() + "' could not be played to its end", e);
        }
        List<String> differences = new AnswerComparison(exchange.anyCase(), aside).differences(exchange.answers(), here);
        if (!differences.isEmpty()) {
            throw new AssertionFailedError("'" + exchange.name() + "' differs\n" + String.join("\n", differences));
        }
    }
}
