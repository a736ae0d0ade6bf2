package dev.hubcast.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.protocol.HubMessage.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupMembershipTest {

    private static final String SAID = "{\"type\":1,\"target\":\"said\",\"arguments\":[\"hello\"]}";

    private final TestHub test = new TestHub();

    @AfterEach
    void end() {
        test.close();
    }

    private void say(Audience audience) {
        test.hub.deliver(audience, Invocation.of("said", List.of("hello")));
    }

    private static String id(Peer peer) {
        return peer.connection().id();
    }

    @Test
    void members_hear_what_is_said_to_their_group_once() {
        Peer ada = test.connect();
        Peer eve = test.connect();
        test.hub.join(id(ada), "java");
        test.hub.join(id(ada), "java");
        test.hub.join(id(ada), "jakarta");
        say(Audience.groups(List.of("java", "jakarta")));

        ada.heardExactly(SAID);
        eve.heardExactly();
    }

    @Test
    void who_has_left_hears_no_more_and_an_empty_group_is_gone() {
        Peer ada = test.connect();
        test.hub.join(id(ada), "java");
        test.hub.leave(id(ada), "java");
        say(Audience.groups(List.of("java")));

        ada.heardExactly();
        assertThat(test.hub.groupCount()).isZero();
    }

    @Test
    void the_excepted_do_not_hear() {
        Peer ada = test.connect();
        Peer eve = test.connect();
        test.hub.join(id(ada), "java");
        test.hub.join(id(eve), "java");
        say(Audience.group("java", List.of(id(ada))));
        say(Audience.allExcept(List.of(id(ada))));

        eve.heardExactly(SAID, SAID);
        ada.heardExactly();
    }

    @Test
    void all_connections_of_a_user_hear() {
        test.code.user(() -> "ada");
        Peer first = test.connect();
        Peer second = test.connect();
        test.code.user(() -> "eve");
        Peer other = test.connect();
        say(Audience.users(List.of("ada", "nobody")));
        second.vanishes();
        say(Audience.users(List.of("ada")));

        first.heardExactly(SAID, SAID);
        second.heardExactly(SAID);
        other.heardExactly();
    }

    @Test
    void all_connections_of_a_user_but_the_excepted_hear() {
        test.code.user(() -> "ada");
        Peer first = test.connect();
        Peer second = test.connect();
        say(Audience.user("ada", List.of(id(first))));

        second.heardExactly(SAID);
        first.heardExactly();
    }

    @Test
    void a_prepared_message_is_as_it_was_and_goes_to_those_who_are_there_when_it_is_sent() {
        Peer early = test.connect();
        test.hub.join(id(early), "java");
        List<String> words = new ArrayList<>(List.of("hello"));
        Runnable send = test.hub.prepare(Audience.groups(List.of("java")), Invocation.of("said", List.of(words)));
        words.add("again");
        test.hub.leave(id(early), "java");
        Peer late = test.connect();
        test.hub.join(id(late), "java");
        send.run();

        late.heardExactly("{\"type\":1,\"target\":\"said\",\"arguments\":[[\"hello\"]]}");
        early.heardExactly();
    }

    @Test
    void those_without_a_handshake_hear_nothing() {
        Peer early = test.peer();
        say(Audience.all());
        say(Audience.connection(id(early)));

        assertThat(early.hears()).isEmpty();
    }

    @Test
    void nobody_joins_a_group_after_the_end() {
        Peer peer = test.connect();
        peer.connection().membership().join("before");
        peer.vanishes();
        peer.connection().membership().join("after");
        test.hub.join(id(peer), "after");

        assertThat(test.hub.groupCount()).isZero();
        assertThat(test.hub.connectionCount()).isZero();
    }

    @Test
    void no_ghost_stays_in_a_group_however_joins_and_ends_race() {
        for (int round = 0; round < 300; round++) {
            Peer peer = test.connect();
            CompletableFuture<Void> joining = CompletableFuture.runAsync(
                    () -> IntStream.range(0, 50).forEach(i -> test.hub.join(id(peer), "group" + i)));
            CompletableFuture<Void> leaving = CompletableFuture.runAsync(
                    () -> IntStream.range(0, 50).forEach(i -> test.hub.leave(id(peer), "group" + i)));
            peer.vanishes();
            Eventually.value(joining);
            Eventually.value(leaving);
        }

        assertThat(test.hub.groupCount()).isZero();
        assertThat(test.hub.connectionCount()).isZero();
    }

    @Test
    void members_that_come_and_go_leave_the_truth_behind() {
        List<Peer> peers = IntStream.range(0, 8).mapToObj(i -> test.connect()).toList();
        List<CompletableFuture<Void>> all = peers.stream()
                .map(peer -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 5_000; i++) {
                        test.hub.join(id(peer), "java");
                        test.hub.leave(id(peer), "java");
                    }
                    test.hub.join(id(peer), "java");
                }))
                .toList();
        all.forEach(Eventually::value);
        assertThat(test.hub.reachable(null).groups().of("java")).hasSize(8);

        peers.forEach(Peer::vanishes);
        assertThat(test.hub.groupCount()).isZero();
    }
}
