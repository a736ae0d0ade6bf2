package dev.hubcast.transport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A path of {@link jakarta.websocket.server.ServerEndpoint}: segments, each literal or one variable in braces. Immutable. */
final class PathTemplate {

    private final List<String> segments;

    PathTemplate(String template) {
        this.segments = List.of(template.split("/", -1));
    }

    /** The variables' values if the path matches. */
    Optional<Map<String, String>> match(String path) {
        String[] parts = path.split("/", -1);
        if (parts.length != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i++) {
            String segment = segments.get(i);
            if (isVariable(segment)) {
                if (parts[i].isEmpty()) {
                    return Optional.empty();
                }
                values.put(segment.substring(1, segment.length() - 1), parts[i]);
            } else if (!segment.equals(parts[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    /** How many segments are variables: of two templates that match, the one with fewer wins (Jakarta WebSocket, section 2.6). */
    int variables() {
        return (int) segments.stream().filter(PathTemplate::isVariable).count();
    }

    /** The template with all variables named alike: two hubs must not share it. */
    String shape() {
        List<String> shape = new ArrayList<>(segments);
        shape.replaceAll(segment -> isVariable(segment) ? "{}" : segment);
        return String.join("/", shape);
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }
}
