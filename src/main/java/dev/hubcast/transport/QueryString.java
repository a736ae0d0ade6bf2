package dev.hubcast.transport;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The parameters of a query string, and nothing of a body, which a servlet request mixes in and may buffer for it. Immutable. */
final class QueryString {

    /** Secrets of the connection, not for hub code or logs. */
    private static final Set<String> SECRETS = Set.of("id", "access_token");

    private final Map<String, List<String>> parameters = new LinkedHashMap<>();

    /** Takes the raw query, null for none. Throws {@link IllegalArgumentException} if it is not well encoded. */
    QueryString(String raw) {
        if (raw == null) {
            return;
        }
        for (String pair : raw.split("&")) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            if (!name.isEmpty()) {
                parameters.computeIfAbsent(name, key -> new ArrayList<>()).add(equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The first value of a parameter whose name is read in any case, as the reference does; null if there is none. */
    String first(String name) {
        return parameters.entrySet().stream()
                .filter(parameter -> parameter.getKey().equalsIgnoreCase(name))
                .map(parameter -> parameter.getValue().get(0))
                .findFirst()
                .orElse(null);
    }

    /** What hub code may see. */
    Map<String, List<String>> withoutSecrets() {
        Map<String, List<String>> visible = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            if (!SECRETS.contains(name.toLowerCase(Locale.ROOT))) {
                visible.put(name, List.copyOf(values));
            }
        });
        return visible;
    }
}
