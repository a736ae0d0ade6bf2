package dev.hubcast.entity.bridge;

import static dev.hubcast.entity.EntityOperation.ADD;
import static dev.hubcast.entity.EntityOperation.DELETE;
import static dev.hubcast.entity.EntityOperation.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.entity.EntityOperation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FateTest {

    static Stream<Arguments> courses() {
        return Stream.of(
                Arguments.of(List.of(ADD), Optional.of(ADD)),
                Arguments.of(List.of(UPDATE), Optional.of(UPDATE)),
                Arguments.of(List.of(DELETE), Optional.of(DELETE)),
                Arguments.of(List.of(ADD, UPDATE, UPDATE), Optional.of(ADD)),
                Arguments.of(List.of(ADD, DELETE), Optional.empty()),
                Arguments.of(List.of(ADD, UPDATE, DELETE), Optional.empty()),
                Arguments.of(List.of(ADD, DELETE, ADD), Optional.of(ADD)),
                Arguments.of(List.of(UPDATE, DELETE), Optional.of(DELETE)),
                Arguments.of(List.of(DELETE, ADD), Optional.of(UPDATE)),
                Arguments.of(List.of(DELETE, ADD, DELETE), Optional.of(DELETE)));
    }

    private static Fate of(List<EntityOperation> course) {
        Fate fate = new Fate(null, course.get(0));
        course.forEach(operation -> fate.then(operation, operation));
        return fate;
    }

    @ParameterizedTest
    @MethodSource("courses")
    void what_was_done_all_in_all_follows_from_the_beginning_and_the_end(List<EntityOperation> course, Optional<EntityOperation> expected) {
        assertThat(of(course).operation()).isEqualTo(expected);
    }

    @Test
    void the_newest_instance_counts() {
        assertThat(of(List.of(ADD, UPDATE)).entity()).isEqualTo(UPDATE);
    }
}
