package dev.hubcast.queues;

import static dev.hubcast.queues.QueuesApplication.assertHears;
import static dev.hubcast.queues.QueuesApplication.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.itest.Cable;
import dev.hubcast.itest.RawListener;
import dev.hubcast.itest.RawRequest;
import dev.hubcast.itest.ServerEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Listeners whose connection breaks, and those that do not read; played by {@link QueuesIT}. */
interface DroppedListenerTests extends QueuesApplication {

    int WRITERS = 4;
    int EACH = 500;
    /** More than the system's buffers take. */
    int STALLING_MESSAGES = 400;
    int HEAVY_BYTES = 30_000;

    private static List<String> messagesOf(int writer) {
        return IntStream.range(0, EACH).mapToObj(message -> "writer " + writer + " message " + message).toList();
    }

    /** Listens through a cable that is cut again and again, until so many events have come. */
    private List<ServerEvent> listenThroughDrops(String id, Cable cable, int events) throws IOException {
        Random random = new Random(7);
        List<ServerEvent> heard = new ArrayList<>();
        while (heard.size() < events) {
            RawRequest request = RawRequest.of("GET", cable.at(at("queues/" + encoded(id)).getRawPath()));
            if (!heard.isEmpty()) {
                request.header("Last-Event-ID", heard.get(heard.size() - 1).id());
            }
            try (RawListener listener = RawListener.open(request)) {
                int untilDrop = 1 + random.nextInt(300);
                for (ServerEvent event = listener.nextUnlessDropped(); event != null; event = listener.nextUnlessDropped()) {
                    heard.add(event);
                    if (heard.size() == events) {
                        break;
                    }
                    if (--untilDrop == 0) {
                        cable.drop();
                    }
                }
            }
        }
        return heard;
    }

    @Test
    @Timeout(120)
    default void a_listener_that_is_dropped_again_and_again_gets_what_several_threads_say_once_and_in_their_order() throws IOException {
        does("open", "drops");
        List<ServerEvent> heard;
        try (Cable cable = Cable.to(at(""))) {
            does("burst", "drops", "&writers=" + WRITERS + "&each=" + EACH + "&bytes=0", "");
            heard = listenThroughDrops("drops", cable, WRITERS * EACH);
        }

        assertThat(heard).extracting(ServerEvent::type).containsOnlyNulls();
        for (int writer = 0; writer < WRITERS; writer++) {
            String prefix = "writer " + writer + " ";
            assertThat(heard.stream().map(ServerEvent::data).filter(data -> data.startsWith(prefix)))
                    .containsExactlyElementsOf(messagesOf(writer));
        }
    }

    @Test
    default void what_was_on_its_way_to_one_that_is_reset_comes_again() {
        enqueue("reset", "one", "two", "three");
        RawListener first = listen("reset");
        ServerEvent one = first.next();
        first.reset();
        enqueue("reset", "four");

        assertHears(listenBehind("reset", one.id()), "two", "three", "four");
    }

    @Test
    default void one_that_does_not_read_holds_up_nobody_is_ended_and_may_come_back() {
        does("open", "slow");
        RawListener slow = kept(RawListener.open(request("slow").receiveBuffer(4096)));
        does("open", "fast");
        RawListener fast = listen("fast");
        does("burst", "slow", "&writers=1&each=" + STALLING_MESSAGES + "&bytes=" + HEAVY_BYTES, "");

        for (int i = 0; i < 20; i++) {
            enqueue("fast", "message " + i);
            assertHears(fast, "message " + i);
        }
        slow.expectLossUnread();

        RawListener again = listen("slow");
        for (int message = 0; message < STALLING_MESSAGES; message++) {
            assertHears(again, "writer 0 message " + message + "x".repeat(HEAVY_BYTES));
        }
    }

    @Test
    default void two_hundred_listeners_hear_what_is_theirs() {
        List<RawListener> listeners = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            does("open", "many " + i);
            listeners.add(listen("many " + i));
        }

        for (int i = 0; i < listeners.size(); i++) {
            enqueue("many " + i, "for " + i);
        }

        for (int i = 0; i < listeners.size(); i++) {
            assertHears(listeners.get(i), "for " + i);
        }
    }
}
