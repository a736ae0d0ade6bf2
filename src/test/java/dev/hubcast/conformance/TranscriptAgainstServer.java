package dev.hubcast.conformance;

import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Plays the recorded exchanges against the server whose address the system property {@code hubcast.conformance.url} gives. */
class TranscriptAgainstServer {

    /** What this version does not offer yet. */
    private static final String STILL_TO_COME = "stream|polling|server-sent|messagepack|client result|stateful";

    @TestFactory
    Stream<DynamicTest> answers_as_the_reference_did() {
        String without = System.getProperty("hubcast.conformance.without", STILL_TO_COME);
        String aside = System.getProperty("hubcast.conformance.aside", "availableTransports");
        return Transcript.recorded().without(without).aside(aside).against(address());
    }

    private static URI address() {
        String url = System.getProperty("hubcast.conformance.url");
        if (url == null) {
            throw new IllegalStateException("Give the address that the paths of hubs are appended to: -Dhubcast.conformance.url=http://…");
        }
        return URI.create(url);
    }
}
