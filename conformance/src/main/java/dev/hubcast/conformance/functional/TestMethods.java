package dev.hubcast.conformance.functional;

import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import dev.hubcast.HubMethod;
import dev.hubcast.conformance.Folding;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/** What the functional tests call, wherever the hub is. */
public abstract class TestMethods {

    /** Each hub sends to its own clients. */
    abstract HubContext<?> hub();

    @HubMethod
    public String echo(String message) {
        return message;
    }

    @HubMethod
    public String getCallerConnectionId(HubCaller caller) {
        return caller.connectionId();
    }

    /** How often {@link RedirectServlet} had redirected when the caller's transport was opened. */
    @HubMethod
    public int getNumRedirects(HubCaller caller) {
        return Integer.parseInt(caller.request().queryParameter("numRedirects"));
    }

    @HubMethod
    public void throwException(String message) {
        throw new InvalidOperationException(message);
    }

    @HubMethod
    public void invokeWithString(HubCaller caller, String message) {
        hub().clients().client(caller.connectionId()).send("Message", message);
    }

    @HubMethod
    public void sendCustomObject(HubCaller caller, CustomObject object) {
        hub().clients().client(caller.connectionId()).send("CustomObject", object);
    }

    @HubMethod("Stream")
    public Stream<String> threeLetters() {
        return Stream.of("a", "b", "c");
    }

    /** Has no items and no end, and tells the caller when it is cancelled. */
    @HubMethod
    public Flow.Publisher<String> infiniteStream(HubCaller caller) {
        String id = caller.connectionId();
        return subscriber -> subscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long n) {
                // there is nothing to be had
            }

            @Override
            public void cancel() {
                hub().clients().client(id).send("StreamCanceled");
            }
        });
    }

    @HubMethod
    public CompletionStage<String> streamingConcat(Flow.Publisher<String> stream) {
        return Folding.of(stream, "", String::concat);
    }

    @HubMethod
    public Stream<Integer> emptyStream() {
        return Stream.empty();
    }

    @HubMethod
    public Stream<String> streamThrowException(String message) {
        throw new InvalidOperationException(message);
    }

    @HubMethod
    public String getActiveTransportName(HubCaller caller) {
        return caller.transport().wireName();
    }

    @HubMethod
    public ComplexObject echoComplexObject(ComplexObject object) {
        return object;
    }

    @HubMethod
    public ComplexObject sendComplexObject() {
        return new ComplexObject("hello world", new int[] {1, 2, 3}, new byte[] {1, 2, 3},
                UUID.fromString("00010203-0405-0607-0706-050403020100"), Instant.parse("2000-01-01T00:00:00Z"));
    }

    @HubMethod
    public String getContentTypeHeader(HubCaller caller) {
        return caller.request().header("Content-Type");
    }

    @HubMethod
    public String getHeader(HubCaller caller, String name) {
        return caller.request().header(name);
    }

    @HubMethod
    public String getCookie(HubCaller caller, String name) {
        return caller.request().cookies().get(name);
    }
}
