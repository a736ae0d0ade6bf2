package dev.hubcast.showcase.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NewestMailingsTest {

    @Test
    void the_oldest_is_forgotten_when_there_are_too_many() {
        NewestMailings newest = new NewestMailings();

        for (int number = 0; number <= NewestMailings.KEPT; number++) {
            newest.add(new Mailing("m" + number, new Letter("News", "Hello."), List.of("ada@example.com"), change -> {}));
        }

        assertThat(newest.find("m0")).isEmpty();
        assertThat(newest.find("m1")).map(Mailing::id).contains("m1");
        assertThat(newest.find("m" + NewestMailings.KEPT)).isPresent();
        assertThat(newest.find("another")).isEmpty();
    }
}
