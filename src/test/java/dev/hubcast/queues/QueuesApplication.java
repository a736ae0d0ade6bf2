package dev.hubcast.queues;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.itest.RawListener;
import dev.hubcast.itest.RawRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Base64;

/** An application with queues, as the test interfaces see it. */
interface QueuesApplication {

    /** An address within the application. */
    URI at(String path);

    /** Whatever is to be closed after the test. */
    RawListener kept(RawListener listener);

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    /** By what a user of the test's logs in: everybody's password is the name. */
    static String authorization(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(UTF_8));
    }

    /** Has the application do something with a queue. */
    default String does(String what, String id) {
        return does(what, id, "", "");
    }

    default String does(String what, String id, String moreParameters, String body) {
        var answer = RawRequest.of("POST", at("api/queues/" + what + "?id=" + encoded(id) + moreParameters))
                .header("Content-Type", "text/plain; charset=UTF-8").body(body).send();
        assertThat(answer.status()).as(what).isIn(200, 204);
        return answer.body();
    }

    default void enqueue(String id, String... messages) {
        for (String message : messages) {
            assertThat(does("enqueue", id, "", message)).isEqualTo("true");
        }
    }

    default RawRequest request(String id) {
        return RawRequest.of("GET", at("queues/" + encoded(id)));
    }

    default RawListener listen(String id) {
        return kept(RawListener.open(request(id)));
    }

    default RawListener listenBehind(String id, String lastEventId) {
        return kept(RawListener.open(request(id).header("Last-Event-ID", lastEventId)));
    }

    static void assertHears(RawListener listener, String... messages) {
        for (String message : messages) {
            var event = listener.next();
            assertThat(event.data()).isEqualTo(message);
            assertThat(event.type()).isNull();
            assertThat(event.id()).isNotNull();
        }
    }
}
