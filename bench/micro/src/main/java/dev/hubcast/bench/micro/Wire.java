package dev.hubcast.bench.micro;

import dev.hubcast.protocol.HubMessage;
import dev.hubcast.protocol.HubProtocol;
import dev.hubcast.protocol.JsonHubProtocol;
import dev.hubcast.protocol.JsonMapping;
import dev.hubcast.protocol.MessagePackHubProtocol;
import dev.hubcast.protocol.MessagePackMapping;

/**
 * The protocols that are measured, by their names.
 */
final class Wire {

    private Wire() {
    }

    static HubProtocol named(String name) {
        return switch (name) {
            case "json" -> new JsonHubProtocol(JsonMapping.standard());
            case "messagepack" -> new MessagePackHubProtocol(MessagePackMapping.standard(Wire::noAdapter));
            default -> throw new IllegalArgumentException("no protocol " + name);
        };
    }

    private static Object noAdapter(Class<?> type) {
        throw new IllegalArgumentException("no adapter " + type);
    }

    static byte[] record(HubProtocol protocol, HubMessage message) {
        return protocol.write(message).bytes();
    }

    static HubMessage read(HubProtocol protocol, byte[] record) {
        return protocol.read(record, 0, protocol.endOfRecord(record, 0, record.length));
    }
}
