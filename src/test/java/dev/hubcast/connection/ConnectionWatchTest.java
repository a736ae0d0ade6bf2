package dev.hubcast.connection;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.CloseReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionWatchTest {

    /** Notes what it is told of each connection. */
    private static final class Notes implements ConnectionWatch {

        private final Map<String, List<String>> byId = new ConcurrentHashMap<>();

        private List<String> of(String connectionId) {
            return byId.computeIfAbsent(connectionId, id -> new CopyOnWriteArrayList<>());
        }

        @Override
        public boolean hearsOfGroups() {
            return true;
        }

        @Override
        public void connected(HubConnection connection) {
            of(connection.id()).add("connected");
        }

        @Override
        public void joined(HubConnection connection, String group) {
            of(connection.id()).add("+" + group);
        }

        @Override
        public void left(HubConnection connection, String group) {
            of(connection.id()).add("-" + group);
        }

        @Override
        public void disconnected(HubConnection connection, CloseReason reason) {
            of(connection.id()).add("disconnected");
        }
    }

    private final Notes notes = new Notes();
    private final TestHub test = new TestHub();

    ConnectionWatchTest() {
        test.hub.watch(notes);
    }

    @AfterEach
    void end() {
        test.close();
    }

    @Test
    void a_connection_without_a_handshake_is_not_told() {
        Peer peer = test.peer();
        peer.vanishes();
        test.threads.close(Eventually.PATIENCE);

        assertThat(notes.byId).isEmpty();
    }

    @Test
    void who_ends_leaves_all_groups_first() {
        Peer peer = test.connect();
        String id = peer.connection().id();
        test.hub.join(id, "java");
        peer.vanishes();

        Eventually.holds(() -> assertThat(notes.of(id)).startsWith("connected").endsWith("+java", "-java", "disconnected"));
    }

    @Test
    void joins_and_leaves_are_told_in_their_order_and_in_pairs_however_they_and_the_end_race() {
        List<String> ids = new ArrayList<>();
        for (int round = 0; round < 200; round++) {
            Peer peer = test.connect();
            String id = peer.connection().id();
            ids.add(id);
            List<CompletableFuture<Void>> racing = IntStream.range(0, 3)
                    .mapToObj(thread -> CompletableFuture.runAsync(() -> {
                        for (int i = 0; i < 20; i++) {
                            test.hub.join(id, "java");
                            test.hub.leave(id, "java");
                        }
                        test.hub.join(id, "java");
                    }))
                    .toList();
            if (round % 2 == 0) {
                peer.vanishes();
            } else {
                peer.connection().abort();
            }
            racing.forEach(Eventually::value);
        }

        for (String id : ids) {
            Eventually.holds(() -> assertThat(notes.of(id)).endsWith("disconnected"));
            List<String> told = notes.of(id).stream().filter(note -> !note.contains("probe")).toList();
            assertThat(told).startsWith("connected").endsWith("disconnected");
            List<String> between = told.subList(1, told.size() - 1);
            for (int i = 0; i < between.size(); i++) {
                assertThat(between.get(i)).as("%s at %s", between, i).isEqualTo(i % 2 == 0 ? "+java" : "-java");
            }
            assertThat(between.size() % 2).as("%s", between).isZero();
        }
    }
}
