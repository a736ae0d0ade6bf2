package dev.hubcast.showcase.mail;

import static dev.hubcast.showcase.mail.Status.FAILED;
import static dev.hubcast.showcase.mail.Status.SENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hubcast.RealtimeService;
import dev.hubcast.testing.RecordingHubContext;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailingsTest {

    private static final Letter LETTER = new Letter("News", "Hello.");
    private static final List<String> TWO = List.of("ada@example.com", "bob@nowhere.example");

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final RecordingHubContext<MailingHub> windows = new RecordingHubContext<>();
    private final Mailings mailings = new Mailings();

    @BeforeEach
    void open() {
        mailings.executor = executor(waiting::add);
        mailings.threads = threads();
        mailings.windows = RealtimeService.over(windows);
        mailings.open();
    }

    @AfterEach
    void close() {
        mailings.close();
    }

    private static ManagedExecutorService executor(Consumer<Runnable> execution) {
        return (ManagedExecutorService) Proxy.newProxyInstance(MailingsTest.class.getClassLoader(),
                new Class<?>[] {ManagedExecutorService.class},
                (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("execute");
                    execution.accept((Runnable) arguments[0]);
                    return null;
                });
    }

    private static ManagedThreadFactory threads() {
        return (ManagedThreadFactory) Proxy.newProxyInstance(MailingsTest.class.getClassLoader(),
                new Class<?>[] {ManagedThreadFactory.class},
                (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("newThread");
                    return new Thread((Runnable) arguments[0]);
                });
    }

    private List<Status> statuses(String id) {
        return mailings.find(id).orElseThrow().deliveries().stream().map(Delivery::status).toList();
    }

    @Test
    void who_watches_a_mailing_hears_each_change() {
        String id = mailings.start(LETTER, TWO).id();
        windows.sentNothing();

        waiting.remove().run();

        windows.sent().group("mailing-" + id).send("messageReceived", new DeliveryChanged(1, 0, SENT, ""));
        windows.sent().group("mailing-" + id)
                .send("messageReceived", new DeliveryChanged(2, 1, FAILED, "550 5.1.1 Nobody of that name lives here"));
        windows.sentNothing();
        assertThat(statuses(id)).containsExactly(SENT, FAILED);
    }

    @Test
    void a_mailing_has_a_group_as_long_as_it_is_known() {
        String id = mailings.start(LETTER, TWO).id();

        assertThat(mailings.isGroup("mailing-" + id)).isTrue();
        assertThat(mailings.isGroup(id)).isFalse();
        assertThat(mailings.isGroup("mailing-")).isFalse();
        assertThat(mailings.isGroup("mailing-of-nobody")).isFalse();
        assertThat(mailings.find("of-nobody")).isEmpty();
    }

    @Test
    void no_more_than_a_few_are_sent_at_once() {
        for (int i = 0; i < Mailings.AT_ONCE; i++) {
            mailings.start(LETTER, TWO);
        }
        assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> mailings.start(LETTER, TWO));

        waiting.remove().run();

        assertThat(mailings.start(LETTER, TWO)).isNotNull();
    }

    @Test
    void a_mailing_that_the_server_has_no_thread_for_leaves_its_place() {
        mailings.executor = executor(task -> {
            throw new RejectedExecutionException("no thread");
        });

        for (int i = 0; i <= Mailings.AT_ONCE; i++) {
            assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> mailings.start(LETTER, TWO))
                    .withMessage("no thread");
        }
    }

    @Test
    void the_end_of_the_application_ends_mailings() {
        String id = mailings.start(LETTER, TWO).id();

        mailings.close();
        waiting.remove().run();

        assertThat(statuses(id)).containsExactly(FAILED, FAILED);
    }
}
