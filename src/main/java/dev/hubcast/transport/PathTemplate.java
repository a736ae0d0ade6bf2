package dev.hubcast.transport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /**
     * Orders templates: of two that match a path, that one wins which has, from left to right, the first literal where the other has a
     * variable (Jakarta WebSocket, section 3.1.1), and compares as less.
     */
    String precedence() {
        return segments.stream().map(segment -> isVariable(segment) ? "1" : "0").collect(Collectors.joining());
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
