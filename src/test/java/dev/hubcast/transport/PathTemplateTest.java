package dev.hubcast.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTemplateTest {

    @Test
    void a_path_without_variables_matches_itself_alone() {
        PathTemplate template = new PathTemplate("/hubs/chat");

        assertThat(template.match("/hubs/chat")).contains(Map.of());
    }

    @ParameterizedTest
    @CsvSource({"/hubs/chat,/hubs/chat/", "/hubs/chat,/hubs", "/hubs/chat,/hubs/Chat", "/hubs/chat,hubs/chat", "/hubs/chat,//hubs/chat",
        "/hubs/chat,/hubs/chat/x", "/hubs/chat,''", "/hubs/chat,/hubs/chat;x", "/{a}/chat,/chat", "/{a}/chat,//chat", "/{a}/chat,/x/y/chat",
        "/rooms/{id},/rooms/", "/rooms/{id},/rooms/1/", "/rooms/{id},/rooms/1/2"})
    void another_path_does_not_match(String template, String path) {
        assertThat(new PathTemplate(template).match(path)).isEmpty();
    }

    @Test
    void a_variable_takes_one_segment() {
        PathTemplate template = new PathTemplate("/{tenant}/rooms/{room}");

        assertThat(template.match("/acme/rooms/1 é")).contains(Map.of("tenant", "acme", "room", "1 é"));
        assertThat(template.match("/{tenant}/rooms/..")).contains(Map.of("tenant", "{tenant}", "room", ".."));
    }

    @Test
    void templates_of_one_shape_differ_in_names_alone() {
        assertThat(new PathTemplate("/a/{b}/{c}").shape()).isEqualTo(new PathTemplate("/a/{x}/{y}").shape());
        assertThat(new PathTemplate("/a/{b}").shape()).isNotEqualTo(new PathTemplate("/{a}/b").shape());
        assertThat(new PathTemplate("/a/b").shape()).isEqualTo("/a/b");
    }
}
