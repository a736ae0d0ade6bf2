package dev.hubcast.deployment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubcast.Hub;
import dev.hubcast.entity.EntityMapping;
import dev.hubcast.entity.EntityOperation;
import dev.hubcast.entity.LiveUpdates;
import dev.hubcast.entity.bridge.EntityBroadcasts;
import dev.hubcast.entity.bridge.OperationNames;
import dev.hubcast.event.bridge.HandTransactions;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.websocket.server.ServerEndpoint;
import org.junit.jupiter.api.Test;

/** Each mistake in live updates fails the deployment, and the author reads which class it is and what helps. */
class LiveUpdatesMistakesTest {

    @Hub(name = "board")
    @ServerEndpoint("/board")
    static class Board {}

    abstract static class Item {

        @Id
        private Long id;

        public Long getId() {
            return id;
        }
    }

    @Entity
    @LiveUpdates(hub = "bord", all = true)
    static class UnknownHub extends Item {}

    @Entity
    @LiveUpdates(hub = "board")
    static class Nobody extends Item {}

    @Entity
    @LiveUpdates(hub = "board", user = "a", all = true)
    static class UserAndAll extends Item {}

    @Entity
    @LiveUpdates(hub = "board", user = "{onwer}")
    static class UnknownProperty extends Item {}

    @Entity
    @LiveUpdates(hub = "board", all = true, method = "")
    static class NoMethod extends Item {}

    @Entity
    @LiveUpdates(hub = "board", all = true, method = "item changed")
    static class BlankInMethod extends Item {}

    @LiveUpdates(hub = "board", all = true)
    static class NoEntity extends Item {}

    @Entity
    @LiveUpdates(hub = "board", all = true, only = {"id", "tilte"})
    static class UnknownReduction extends Item {}

    @Entity
    @LiveUpdates(hub = "board", all = true, only = "id.value")
    static class NestedReduction extends Item {}

    @Entity
    @LiveUpdates(hub = "board", all = true, only = "id", mapping = MappingOfNobody.class)
    static class ReducedAndMapped extends Item {}

    @Entity
    @LiveUpdates(hub = "board", all = true, mapping = MappingOfNobody.class)
    static class MappedAsAnother extends Item {}

    @Entity
    @LiveUpdates(hub = "board", all = true)
    @LiveUpdates(hub = "bord", group = "{onwer}")
    static class OneOfTwo extends Item {}

    @Entity
    @LiveUpdates(hub = "board", all = true, mapping = Unmakeable.class)
    static class MappedByNothing extends Item {}

    public static class Unmakeable implements EntityMapping<MappedByNothing> {

        private final Object part;

        public Unmakeable(Object part) {
            this.part = part;
        }

        @Override
        public Object map(MappedByNothing entity, EntityOperation operation) {
            return part;
        }
    }

    public static class MappingOfNobody implements EntityMapping<Nobody> {

        @Override
        public Object map(Nobody entity, EntityOperation operation) {
            return entity.getId();
        }
    }

    private static void assertFails(Class<?> entity, String... words) {
        Deployment.failureOf(entity, Board.class)
                .hasMessageContaining("Entity " + entity.getName() + ": @LiveUpdates: ").hasMessageContainingAll(words);
    }

    @Test
    void a_hub_that_does_not_exist() {
        assertFails(UnknownHub.class, "there is no hub 'bord'", "Name one of these: board.");
    }

    @Test
    void nobody_or_two_who_hear() {
        assertFails(Nobody.class, "it says nobody", "Add group = \"…\", user = \"…\" or all = true.");
        assertFails(UserAndAll.class, "more than one", "Leave one of them");
    }

    @Test
    void a_placeholder_that_names_no_property() {
        assertFails(UnknownProperty.class, "has no property onwer", "It has: id.");
    }

    @Test
    void a_client_method_that_cannot_be() {
        assertFails(NoMethod.class, "method is empty", "Name the client method");
        assertFails(BlankInMethod.class, "item changed", "without blanks and braces");
    }

    @Test
    void a_class_that_is_no_entity() {
        assertFails(NoEntity.class, "it is no entity", "@Entity or @MappedSuperclass");
    }

    @Test
    void a_reduction_to_what_is_not_there() {
        assertFails(UnknownReduction.class, "has no property tilte", "It has: id.");
        assertFails(NestedReduction.class, "'id.value'", "write a mapping");
    }

    @Test
    void a_mapping_that_does_not_fit() {
        assertFails(ReducedAndMapped.class, "both only and mapping", "Leave one of them");
        assertFails(MappedAsAnother.class, "maps " + Nobody.class.getName(), "EntityMapping<MappedAsAnother>");
    }

    @Test
    void a_mapping_that_cannot_be_made_when_the_hubs_open() {
        try (Deployment deployment = Deployment.of(Board.class, MappedByNothing.class)) {
            BeanManager beans = deployment.container().getBeanManager();
            EntityBroadcasts entities = beans.getExtension(HubcastExtension.class).entities();

            assertThatThrownBy(() -> entities.open(new HandTransactions(), beans, hub -> OperationNames.DEFAULTS, 1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContainingAll(Unmakeable.class.getName(), "is no bean and cannot be made", "Give it a scope");
        }
    }

    @Test
    void each_of_several_is_looked_at() {
        assertFails(OneOfTwo.class, "there is no hub 'bord'", "has no property onwer");
    }
}
