package dev.hubcast.showcase.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WindowsTest {

    private final Windows windows = new Windows();

    @Test
    void those_that_are_open_stand_in_the_order_in_which_they_came() {
        windows.open("a");
        windows.open("b");

        assertThat(windows.open("c").windows()).extracting(Window::id).containsExactly("a", "b", "c");
        assertThat(windows.close("b").windows()).extracting(Window::id).containsExactly("a", "c");
    }

    @Test
    void no_two_have_the_same_name_however_many_there_are() {
        IntStream.range(0, 100).forEach(number -> windows.open("window " + number));

        assertThat(windows.open().windows()).extracting(Window::name).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void a_name_is_free_again_when_its_window_is_closed() {
        windows.open("a");
        windows.open("b");
        String name = windows.name("a");

        windows.close("a");
        windows.open("c");

        assertThat(windows.name("c")).isEqualTo(name);
    }

    @Test
    void every_change_has_a_higher_version() {
        long first = windows.open("a").version();

        assertThat(windows.open("b").version()).isGreaterThan(first);
        assertThat(windows.close("b").version()).isGreaterThan(first + 1);
    }
}
