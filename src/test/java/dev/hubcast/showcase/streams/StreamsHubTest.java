package dev.hubcast.showcase.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hubcast.testing.FailedCallException;
import dev.hubcast.testing.HubTestClient;
import dev.hubcast.testing.HubTester;
import org.junit.jupiter.api.Test;

class StreamsHubTest {

    private final HubTester<StreamsHub> streams =
            HubTester.of(StreamsHub.class).with(Windows.class, new Windows()).with(Memory.class, new Memory());

    @Test
    void a_window_is_told_who_it_is_among_those_who_are_here() {
        HubTestClient ada = streams.connect();
        HubTestClient grace = streams.connect();

        Welcome welcome = grace.invoke(Welcome.class, "hello");

        assertThat(welcome.id()).isEqualTo(grace.connectionId());
        assertThat(welcome.here().windows()).extracting(Window::id).containsExactly(ada.connectionId(), grace.connectionId());
    }

    @Test
    void those_who_are_here_hear_of_every_window_that_comes_or_goes() {
        HubTestClient ada = streams.connect();
        ada.forget();

        HubTestClient grace = streams.connect();
        assertThat(ada.next().method()).isEqualTo("windowsChanged");
        grace.disconnect();

        assertThat(ada.next().method()).isEqualTo("windowsChanged");
        assertThat(ada.invoke(Welcome.class, "hello").here().windows()).hasSize(1);
    }

    @Test
    void nobody_can_be_asked_nothing_nor_a_novel() {
        HubTestClient ada = streams.connect();
        HubTestClient grace = streams.connect();

        for (String question : new String[] {"", " ", null, "x".repeat(201)}) {
            assertThatExceptionOfType(FailedCallException.class).as(question)
                    .isThrownBy(() -> ada.invoke(String.class, "ask", grace.connectionId(), question));
        }
    }

    @Test
    void a_window_that_is_gone_cannot_be_asked() {
        HubTestClient ada = streams.connect();

        assertThatExceptionOfType(FailedCallException.class).isThrownBy(() -> ada.invoke(String.class, "ask", "nobody", "Who is there?"))
                .withMessageContaining("That window is gone.");
    }
}
