package dev.hubcast.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.event.TransactionPhase;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BroadcastTest {

    @Test
    void parts_are_said_one_after_another() {
        assertThat(Broadcast.to("sales").group("north").except("c1").method("orderPlaced").with("tea").with(2)).isEqualTo(
                new Broadcast("sales", new Recipients.InGroups(Set.of("north"), Set.of("c1")), "orderPlaced", List.of("tea", 2),
                        TransactionPhase.AFTER_SUCCESS, null));
        assertThat(Broadcast.to("sales").all().method("closed").during(TransactionPhase.IN_PROGRESS)).isEqualTo(
                new Broadcast("sales", new Recipients.All(Set.of()), "closed", List.of(), TransactionPhase.IN_PROGRESS, null));
    }

    @Test
    void every_kind_of_recipients_may_leave_some_out() {
        assertThat(Broadcast.to("sales").all().except(List.of("c1", "c2")).recipients())
                .isEqualTo(new Recipients.All(Set.of("c1", "c2")));
        assertThat(Broadcast.to("sales").users(List.of("ada", "eve")).except("c1").recipients())
                .isEqualTo(new Recipients.OfUsers(Set.of("ada", "eve"), Set.of("c1")));
        assertThat(Broadcast.to("sales").clients(List.of("c1", "c2")).except("c1").recipients())
                .isEqualTo(new Recipients.Connections(Set.of("c2")));
    }

    @Test
    void what_is_begun_once_can_be_continued_in_several_ways() {
        Broadcast.ToRecipients north = Broadcast.to("sales").group("north");
        Broadcast placed = north.method("orderPlaced");

        assertThat(placed.with("tea").arguments()).containsExactly("tea");
        assertThat(placed.with("coffee").arguments()).containsExactly("coffee");
        assertThat(north.method("closed").arguments()).isEmpty();
    }

    @Test
    void nulls_arrays_and_lists_are_single_arguments() {
        Broadcast broadcast = Broadcast.to("sales").all().method("m").with(null).with(new String[] {"a", "b"}).with(Arrays.asList(1, null));

        assertThat(broadcast.arguments()).hasSize(3).contains(Arrays.asList(1, null)).element(0).isNull();
    }

    @Test
    void what_cannot_be_sent_is_refused() {
        assertThatThrownBy(() -> Broadcast.to("sales").all().method("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Broadcast.to(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> Broadcast.to("sales").group(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> Broadcast.to("sales").all().except((String) null)).isInstanceOf(NullPointerException.class);
    }
}
