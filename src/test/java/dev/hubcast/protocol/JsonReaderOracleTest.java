package dev.hubcast.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader must accept what another strict parser accepts, and nothing else. */
class JsonReaderOracleTest {

    private static final int DOCUMENTS = 2_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_valid_document_is_skipped_to_its_end(long seed) {
        RandomJson random = new RandomJson(seed);
        for (int i = 0; i < DOCUMENTS; i++) {
            String document = random.document().stripTrailing();
            assertThat(StrictJson.accepts(document)).as(document).isTrue();

            JsonReader reader = new JsonReader("[[" + document + ",]", 2, document.length() + 4);
            reader.skip();

            assertThat(reader.position()).as(document).isEqualTo(document.length() + 2);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void elements_are_cut_where_the_other_parser_cuts_them(long seed) {
        RandomJson random = new RandomJson(seed);
        for (int i = 0; i < DOCUMENTS / 2; i++) {
            String text = "[" + random.document() + "," + random.document() + "," + random.document() + "]";
            JsonArray expected = StrictJson.parse(text).asJsonArray();

            JsonReader reader = new JsonReader(text, 0, text.length());
            reader.open('[');
            for (int element = 0; element < 3; element++) {
                int from = reader.position();
                reader.skip();
                assertThat(StrictJson.parse(reader.slice(from))).as(text).isEqualTo(expected.get(element));
                assertThat(reader.more('[')).as(text).isEqualTo(element < 2);
            }
            reader.end();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9, 10})
    void a_changed_document_is_refused_exactly_when_the_other_parser_refuses_it(long seed) {
        RandomJson random = new RandomJson(seed);
        int refused = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            String text = random.mutated(random.document());
            boolean accepted = accepts(text);
            int depth = StrictJson.deepest(text);

            assertThat(accepted).as("'%s'", text).isEqualTo(depth >= 0 && depth <= JsonReader.MAX_DEPTH);
            refused += accepted ? 0 : 1;
        }
        assertThat(refused).isBetween(DOCUMENTS / 4, DOCUMENTS * 9 / 10);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void a_document_that_is_cut_off_is_refused_exactly_when_the_other_parser_refuses_it(long seed) {
        RandomJson random = new RandomJson(seed);
        for (int i = 0; i < DOCUMENTS / 10; i++) {
            String document = random.document();
            for (int end = 0; end < document.length(); end++) {
                String text = document.substring(0, end);
                boolean expected = StrictJson.accepts(text);

                assertThat(accepts(text)).as("'%s'", text).isEqualTo(expected);
                assertThat(acceptsPart(document, end)).as("first %s of '%s'", end, document).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {13, 14})
    void a_string_reads_as_the_other_parser_reads_it(long seed) {
        RandomJson random = new RandomJson(seed);
        for (int i = 0; i < DOCUMENTS; i++) {
            String text = random.string();

            String read = new JsonReader(text, 0, text.length()).string();

            assertThat(read).as(text).isEqualTo(((JsonString) StrictJson.parse(text)).getString());
        }
    }

    private static boolean accepts(String text) {
        return acceptsPart(text, text.length());
    }

    private static boolean acceptsPart(String text, int to) {
        try {
            JsonReader reader = new JsonReader(text, 0, to);
            reader.skip();
            reader.end();
            return true;
        } catch (JsonSyntaxException refused) {
            return false;
        }
    }
}
