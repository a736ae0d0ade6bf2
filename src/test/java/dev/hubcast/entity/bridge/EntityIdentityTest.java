package dev.hubcast.entity.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Id;
import org.junit.jupiter.api.Test;

class EntityIdentityTest {

    static class Base {

        @Id
        private final Long id;

        Base(Long id) {
            this.id = id;
        }
    }

    static class Child extends Base {

        Child(long id) {
            super(id);
        }
    }

    static class ByGetter {

        private final String name;

        ByGetter(String name) {
            this.name = name;
        }

        @Id
        public String getName() {
            return name;
        }
    }

    record Key(String left, String right) {}

    static class Embedding {

        @EmbeddedId
        private final Key key;

        Embedding(Key key) {
            this.key = key;
        }
    }

    static class Compound {

        @Id
        private final String left;

        @Id
        private final String right;

        Compound(String left, String right) {
            this.left = left;
            this.right = right;
        }
    }

    static class MappedElsewhere {}

    private static Object of(Object entity) {
        return EntityIdentity.of(entity.getClass()).of(entity);
    }

    @Test
    void equal_ids_of_a_class_are_the_same_entity() {
        assertThat(of(new Base(1L))).isEqualTo(of(new Base(1L))).hasSameHashCodeAs(of(new Base(1L))).isNotEqualTo(of(new Base(2L)));
        assertThat(of(new Base(null))).isEqualTo(of(new Base(null)));
    }

    @Test
    void equal_ids_of_different_classes_are_not() {
        assertThat(of(new Child(1))).isEqualTo(of(new Child(1))).isNotEqualTo(of(new Base(1L)));
    }

    @Test
    void the_id_may_be_got_embedded_or_compound() {
        assertThat(of(new ByGetter("a"))).isEqualTo(of(new ByGetter("a"))).isNotEqualTo(of(new ByGetter("b")));
        assertThat(of(new Embedding(new Key("a", "b")))).isEqualTo(of(new Embedding(new Key("a", "b"))))
                .isNotEqualTo(of(new Embedding(new Key("a", "c"))));
        assertThat(of(new Compound("a", "b"))).isEqualTo(of(new Compound("a", "b"))).isNotEqualTo(of(new Compound("b", "a")));
    }

    @Test
    void without_an_id_that_is_known_an_object_is_the_same_as_itself_alone() {
        MappedElsewhere entity = new MappedElsewhere();

        assertThat(of(entity)).isEqualTo(of(entity)).hasSameHashCodeAs(of(entity)).isNotEqualTo(of(new MappedElsewhere()));
    }
}
