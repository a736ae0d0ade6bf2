package dev.hubcast.conformance;

import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import dev.hubcast.HubException;
import dev.hubcast.HubMethod;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What every wire hub offers, whatever transports it allows. */
public abstract class WireMethods {

    private static final String SAID = "said";

    /** Each hub sends to its own clients. */
    abstract HubContext<?> hub();

    @HubMethod
    public String echo(String text) {
        return text;
    }

    @HubMethod
    public boolean bool(boolean value) {
        return value;
    }

    @HubMethod("Double")
    public double doublePrecision(double value) {
        return value;
    }

    @HubMethod
    public byte[] bytes(byte[] bytes) {
        return bytes;
    }

    @HubMethod
    public Instant date(Instant instant) {
        return instant;
    }

    @HubMethod
    public UUID guid(UUID uuid) {
        return uuid;
    }

    @HubMethod
    public Item item(Item item) {
        return item;
    }

    @HubMethod
    public List<Item> items(List<Item> items) {
        return items;
    }

    @HubMethod
    public int add(int a, int b) {
        return a + b;
    }

    @HubMethod
    public void nothing() {
        // that no result reaches the caller as a completion is the point
    }

    @HubMethod("Null")
    public String nullResult() {
        return null;
    }

    @HubMethod
    public String optional(String a, String b) {
        return a + "/" + b;
    }

    @HubMethod("Throw")
    public void throwOrdinary(String message) {
        throw new IllegalStateException(message);
    }

    @HubMethod
    public void throwHub(String message) {
        throw new HubException(message);
    }

    @HubMethod
    public void sendCaller(HubCaller caller, String text) {
        caller.client().send(SAID, text);
    }

    @HubMethod
    public void sendOthers(HubCaller caller, String text) {
        caller.others().send(SAID, text);
    }

    @HubMethod
    public void sendAll(String text) {
        hub().clients().all().send(SAID, text);
    }

    @HubMethod
    public CompletionStage<Void> join(HubCaller caller, String group) {
        return hub().groups().add(caller, group);
    }

    @HubMethod
    public CompletionStage<Void> leave(HubCaller caller, String group) {
        return hub().groups().remove(caller, group);
    }

    @HubMethod
    public void sendGroup(String group, String text) {
        hub().clients().group(group).send(SAID, text);
    }

    @HubMethod
    public void sendOthersInGroup(HubCaller caller, String group, String text) {
        caller.othersInGroup(group).send(SAID, text);
    }

    @HubMethod
    public void abort(HubCaller caller) {
        caller.abort();
    }

    /** Blocks its thread on purpose: exchanges watch what waits behind it. */
    @HubMethod
    public String slow(long millis) throws InterruptedException {
        Thread.sleep(millis);
        return "slow " + millis;
    }

    @HubMethod
    public Stream<Integer> count(int upTo, long delayMillis) {
        return IntStream.range(0, upTo).peek(number -> pauseAfter(number, delayMillis)).boxed();
    }

    private static void pauseAfter(int number, long delayMillis) {
        try {
            Thread.sleep(number == 0 ? 0 : delayMillis);
        } catch (InterruptedException e) { // the client has cancelled
            Thread.currentThread().interrupt();
        }
    }

    @HubMethod
    public Stream<Integer> countThenThrow(int upTo) {
        return IntStream.rangeClosed(0, upTo).mapToObj(number -> {
            if (number == upTo) {
                throw new HubException("counted");
            }
            return number;
        });
    }

    @HubMethod
    public CompletionStage<Integer> sum(Flow.Publisher<Integer> numbers) {
        return Folding.of(numbers, 0, Integer::sum);
    }

    @HubMethod
    public CompletionStage<String> concat(String prefix, Flow.Publisher<String> texts) {
        return Folding.of(texts, prefix, String::concat);
    }

    @HubMethod
    public Flow.Publisher<String> echoStream(Flow.Publisher<String> texts) {
        return texts;
    }

    @HubMethod
    public CompletionStage<String> askClient(HubCaller caller, String question) {
        return caller.client().invoke(String.class, "answer", question).thenApply(answer -> "client said " + answer);
    }

    @HubMethod("renamed")
    public String original() {
        return "renamed";
    }
}
