package dev.hubcast.jsclient;

import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import dev.hubcast.HubException;
import dev.hubcast.HubMethod;
import dev.hubcast.conformance.Item;
import java.time.Instant;
import java.util.Map;

/** What the scenarios of the JavaScript client call; where the reference's wire hub has the same, by the same name. */
public abstract class LoungeMethods extends LoungeStreams {

    private static final String SAID = "said";
    private static final String OPENS = "opens";

    /** Each hub sends to its own clients. */
    abstract HubContext<?> hub();

    @Override
    protected void opening(HubCaller caller) {
        caller.items().merge(OPENS, 1, (before, one) -> (int) before + (int) one);
    }

    @HubMethod
    public int opens(HubCaller caller) {
        return (int) caller.items().get(OPENS);
    }

    @HubMethod
    public String transport(HubCaller caller) {
        return caller.transport().wireName();
    }

    @HubMethod
    public String echo(String text) {
        return text;
    }

    @HubMethod
    public int add(int a, int b) {
        return a + b;
    }

    @HubMethod
    public void nothing() {}

    @HubMethod
    public Item item(Item item) {
        return item;
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
    public Map<String, Object> wrapped(byte[] bytes, Instant instant) {
        return Map.of("bytes", bytes, "instant", instant);
    }

    @HubMethod
    public String repeat(String text, int times) {
        return text.repeat(times);
    }

    @HubMethod("throw")
    public void throwOrdinary(String message) {
        throw new IllegalStateException(message);
    }

    @HubMethod
    public void throwHub(String message) {
        throw new HubException(message);
    }

    @HubMethod
    public void abort(HubCaller caller) {
        caller.abort();
    }

    @HubMethod
    public void sendCaller(HubCaller caller, String text) {
        caller.client().send(SAID, text);
    }

    @HubMethod
    public void sendAll(String text) {
        hub().clients().all().send(SAID, text);
    }

    @HubMethod
    public void join(HubCaller caller, String group) {
        hub().groups().add(caller, group);
    }

    @HubMethod
    public void leave(HubCaller caller, String group) {
        hub().groups().remove(caller, group);
    }

    @HubMethod
    public void sendGroup(String group, String text) {
        hub().clients().group(group).send(SAID, text);
    }

    @HubMethod
    public void sendOthersInGroup(HubCaller caller, String group, String text) {
        caller.othersInGroup(group).send(SAID, text);
    }
}
