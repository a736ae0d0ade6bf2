package dev.hubcast.frames;

import dev.hubcast.HubCaller;
import dev.hubcast.HubMethod;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import java.math.BigDecimal;
import java.util.Map;

/** What each hub of the application offers: values come back, and watchers hear who has gone. */
public abstract class FrameMethods {

    static final String WATCHERS = "watchers";

    @Inject
    Departures departures;

    @OnClose
    void closed(HubCaller caller, CloseReason reason) {
        departures.add(caller.connectionId());
        caller.othersInGroup(WATCHERS).send("closed", caller.connectionId(), reason.getCloseCode().getCode());
    }

    @HubMethod
    public String connectionId(HubCaller caller) {
        return caller.connectionId();
    }

    @HubMethod
    public int departuresOf(String connectionId) {
        return departures.of(connectionId);
    }

    @HubMethod
    public long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @HubMethod
    public String echo(String text) {
        return text;
    }

    @HubMethod
    public int echoInt(int number) {
        return number;
    }

    @HubMethod
    public double echoDouble(double number) {
        return number;
    }

    @HubMethod
    public BigDecimal echoDecimal(BigDecimal number) {
        return number;
    }

    @HubMethod
    public int sizeOf(Map<String, Object> map) {
        return map.size();
    }

    @HubMethod
    public JsonValue echoJson(JsonValue value) {
        return value;
    }
}
