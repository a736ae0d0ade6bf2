package dev.hubcast.testing;

import dev.hubcast.protocol.HubMessage;
import dev.hubcast.protocol.HubMessage.Invocation;
import dev.hubcast.protocol.HubProtocol;
import dev.hubcast.protocol.JsonHubProtocol;
import dev.hubcast.protocol.JsonMapping;
import dev.hubcast.protocol.Payload;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Messages as they travel between a hub and its clients: JSON records. */
final class Wire {

    private final HubProtocol protocol;

    private Wire(JsonMapping mapping) {
        this.protocol = new JsonHubProtocol(mapping);
    }

    /** With Hubcast's own mapping of values. */
    static Wire standard() {
        try {
            return new Wire(JsonMapping.standard());
        } catch (JsonbException e) {
            throw new IllegalStateException("No JSON Binding is on the class path. Add one to the tests, such as org.eclipse:yasson.", e);
        }
    }

    /** With the application's own mapping. */
    static Wire of(Jsonb jsonb) {
        return new Wire(JsonMapping.of(jsonb));
    }

    HubProtocol protocol() {
        return protocol;
    }

    byte[] write(HubMessage message) {
        return protocol.write(message).bytes();
    }

    HubMessage read(Payload record) {
        return protocol.read(record.bytes(), 0, record.size());
    }

    /** A call of a client method as the client reads it. */
    ReceivedMessage received(Payload record) {
        return new ReceivedMessage((Invocation) read(record), object(record).getJsonArray("arguments"));
    }

    /** The same for a call that is not on its way. */
    ReceivedMessage received(Invocation call) {
        return received(protocol.write(call));
    }

    static JsonObject object(Payload record) {
        String text = record.text();
        try (JsonReader reader = Json.createReader(new StringReader(text.substring(0, text.length() - 1)))) {
            return reader.readObject();
        }
    }

    /** A variable number of arguments, of which Java takes a single null for none. */
    static List<?> arguments(Object[] arguments) {
        return arguments == null ? Collections.singletonList(null) : Arrays.asList(arguments);
    }
}
