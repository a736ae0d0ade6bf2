package dev.hubcast.deployment;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubMethod;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.event.Observes;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.SubmissionPublisher;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each method of a hub that cannot work fails the deployment, and the author reads which method it is and what helps. */
class MethodMistakesTest {

    @Hub
    @ServerEndpoint("/a")
    static class Overloads {

        public void join(String room) {}

        public void Join(String room, String name) {}
    }

    @Hub
    @ServerEndpoint("/a")
    static class Generic {

        public <T> void join(List<T> rooms) {}
    }

    static class GenericBase<T> {

        @HubMethod
        public void join(List<T[]> rooms) {}
    }

    @Hub
    @ServerEndpoint("/a")
    static class InheritsGeneric extends GenericBase<String> {}

    @Hub
    @ServerEndpoint("/a")
    static class Messages {

        @OnMessage
        public void message(String text) {}
    }

    @Hub
    @ServerEndpoint("/a")
    static class TakesASession {

        public void join(Session session) {}
    }

    @Hub
    @ServerEndpoint("/a")
    static class OpensWithASession {

        @OnOpen
        void opened(Session session, EndpointConfig config) {}
    }

    @Hub
    @ServerEndpoint("/a")
    static class TakesAStream {

        public void upload(Stream<String> lines) {}
    }

    @Hub
    @ServerEndpoint("/a")
    static class TakesAPublisherOfItsOwn {

        public void upload(SubmissionPublisher<String> lines) {}
    }

    @Hub
    @ServerEndpoint("/a")
    static class ReturnsAnIntStream {

        public IntStream history() {
            return IntStream.of();
        }
    }

    @Hub
    @ServerEndpoint("/a")
    static class ReturnsAnIntStreamLater {

        public CompletionStage<IntStream> history() {
            return null;
        }
    }

    @Hub
    @ServerEndpoint("/a")
    static class ReturnsAFuture {

        public Future<String> history() {
            return null;
        }
    }

    @Hub
    @ServerEndpoint("/a")
    static class OpensInPrivate {

        @OnOpen
        private void opened() {}
    }

    @Hub
    @ServerEndpoint("/a")
    static class ClosesWithAText {

        @OnClose
        void closed(String reason) {}
    }

    @Hub
    @ServerEndpoint("/a")
    static class OpensTwice {

        @OnOpen
        void first() {}

        @OnOpen
        void second() {}
    }

    @Hub
    @ServerEndpoint("/a")
    static class CallableInPrivate {

        @HubMethod
        private void join() {}
    }

    @Hub
    @ServerEndpoint("/a")
    static class CallableButStatic {

        @HubMethod
        public static void join() {}
    }

    @Hub
    @ServerEndpoint("/a")
    static class CallableButAnObserver {

        @HubMethod
        public void join(@Observes String event) {}
    }

    @Hub
    @ServerEndpoint("/a")
    static class CallableButOnError {

        @HubMethod
        @OnError
        public void failed(HubCaller caller, Throwable failure) {}
    }

    @Hub
    @ServerEndpoint("/a")
    static class TwoRules {

        @PermitAll
        @DenyAll
        public void join() {}
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(Overloads.class, "Duplicate definitions of '", "oin'", "Overloading is not supported", "@HubMethod"),
                mistake(Generic.class, "method join(List) is a generic method", "types of their own"),
                mistake(InheritsGeneric.class, "method join(List)", "only known in a subclass", "Override it"),
                mistake(Messages.class, "method message(String) carries @OnMessage", "Remove it"),
                mistake(TakesASession.class, "method join(Session) takes a Session", "Take a HubCaller"),
                mistake(OpensWithASession.class, "method opened(Session, EndpointConfig) carries @OnOpen but takes a Session",
                        "but takes a EndpointConfig", "It can take HubCaller"),
                mistake(TakesAStream.class, "method upload(Stream) takes a Stream", "Take a Flow.Publisher"),
                mistake(TakesAPublisherOfItsOwn.class, "method upload(SubmissionPublisher) takes a Sub", "Take a Flow.Publisher"),
                mistake(ReturnsAnIntStream.class, "method history() returns a IntStream", "Return a Stream: boxed()"),
                mistake(ReturnsAnIntStreamLater.class, "method history() returns a IntStream", "Return a Stream: boxed()"),
                mistake(ReturnsAFuture.class, "method history() returns a Future", "Return a CompletionStage"),
                mistake(OpensInPrivate.class, "method opened() carries @OnOpen but is private", "Make it an instance method"),
                mistake(ClosesWithAText.class, "method closed(String) carries @OnClose but takes a String", "CloseReason and HubCaller"),
                mistake(OpensTwice.class, "more than one method carries @OnOpen", "Leave it on one"),
                mistake(CallableInPrivate.class, "method join() carries @HubMethod but cannot be called", "Make it a public instance"),
                mistake(CallableButStatic.class, "method join() carries @HubMethod but cannot be called", "Make it a public instance"),
                mistake(CallableButAnObserver.class, "method join(String) carries @HubMethod but cannot be called", "an observer"),
                mistake(CallableButOnError.class, "method failed(HubCaller, Throwable) carries @HubMethod", "a life-cycle method"),
                mistake(TwoRules.class, "join: only one of @RolesAllowed, @PermitAll and @DenyAll", "remove the others"));
    }

    private static Arguments mistake(Class<?> hub, String... words) {
        return Arguments.of(hub, words);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void the_deployment_fails_and_names_method_and_cure(Class<?> hub, String[] words) {
        Deployment.failureOf(hub).hasMessageContaining("Hub " + hub.getName() + ": ").hasMessageContainingAll(words);
    }
}
