package dev.hubcast.entity.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubcast.entity.EntityOperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationNamesTest {

    @Test
    void the_defaults_are_the_names_of_the_constants() {
        for (EntityOperation operation : EntityOperation.values()) {
            assertThat(OperationNames.DEFAULTS.of(operation)).isEqualTo(operation.name());
        }
    }

    @Test
    void words_stay_words_and_numbers_become_numbers() {
        assertThat(OperationNames.of("created, changed ,gone")).isEqualTo(new OperationNames("created", "changed", "gone"));
        assertThat(OperationNames.of("0,1,-2")).isEqualTo(new OperationNames(0, 1, -2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a,b", "a,b,c,d", "a,,c", "a,b,a", "1,1,2", "a,b,b"})
    void what_does_not_tell_three_operations_apart_is_refused(String text) {
        assertThatThrownBy(() -> OperationNames.of(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("for").hasMessageContaining("add, update and delete");
    }
}
