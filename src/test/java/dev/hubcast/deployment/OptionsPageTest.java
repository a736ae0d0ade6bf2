package dev.hubcast.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.deployment.Option.Reach;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written about options is what holds. */
class OptionsPageTest {

    private static final Pattern ROW =
            Pattern.compile("^\\| `(hubcast\\.[\\w.-]+)` \\| ([^|]+) \\|(?: (yes|no) \\|)?.*", Pattern.MULTILINE);
    private static final Map<String, Option<?>> OPTIONS =
            Options.ALL.stream().collect(Collectors.toMap(Option::name, Function.identity()));

    /** A row of a table; {@code perHub} is null where the table does not say. */
    private record Row(String key, String otherwise, String perHub) {

        static List<Row> of(String page) throws IOException {
            Matcher rows = ROW.matcher(Files.readString(Path.of(page)));
            return rows.results().map(row -> new Row(row.group(1), row.group(2), row.group(3))).toList();
        }

        Option<?> option() {
            return OPTIONS.get(key);
        }

        /** A value as it would be configured; words where nothing is. */
        Object value() {
            boolean written = otherwise.startsWith("`");
            return written ? option().parse().apply(otherwise.replace("`", "")) : null;
        }
    }

    @Test
    void the_page_has_every_key_once_and_no_other() throws IOException {
        assertThat(Row.of("docs/options.md")).extracting(Row::key).containsExactlyInAnyOrderElementsOf(OPTIONS.keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/options.md", "README.md"})
    void a_default_that_is_written_is_the_one_that_holds(String page) throws IOException {
        List<Row> rows = Row.of(page);
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(row.option()).as(row.key()).isNotNull();
            Object holds = row.option().otherwise();
            boolean nothing = holds instanceof Collection<?> many && many.isEmpty();
            assertThat(row.value()).as(row.key()).isEqualTo(nothing ? null : holds);
        });
    }

    @Test
    void the_page_says_which_can_be_said_for_one_hub() throws IOException {
        assertThat(Row.of("docs/options.md")).allSatisfy(row ->
                assertThat(row.perHub()).as(row.key()).isEqualTo(row.option().reach() == Reach.HUB ? "yes" : "no"));
    }
}
