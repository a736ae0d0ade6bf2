package dev.hubcast.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;

/** What counts of an HTTP response: its status, some of its headers and its body. */
final class HttpAnswer {

    /** Everything else differs from server to server. */
    private static final List<String> HEADERS = List.of("content-type", "cache-control", "pragma", "expires");

    private HttpAnswer() {
    }

    static JsonObject of(HttpResponse<byte[]> response, boolean showsRecords) {
        JsonObjectBuilder answer = Json.createObjectBuilder(head(response));
        JsonValue body = body(new String(response.body(), UTF_8), showsRecords);
        // A content type says nothing where there is no content.
        if (response.statusCode() != 200 && body instanceof JsonString text && text.getString().isEmpty()) {
            answer.remove("content-type");
        }
        return answer.add("body", body).build();
    }

    /** Status and headers alone, of a response that goes on. */
    static JsonObject head(HttpResponse<?> response) {
        JsonObjectBuilder head = Json.createObjectBuilder().add("status", response.statusCode());
        for (String name : HEADERS) {
            List<String> values = response.headers().allValues(name);
            if (!values.isEmpty()) {
                head.add(name, plain(String.join(", ", values)));
            }
        }
        return head.build();
    }

    private static JsonValue body(String body, boolean showsRecords) {
        if (body.isEmpty() || !showsRecords) {
            return Records.jsonOrText(body);
        }
        JsonArrayBuilder records = Json.createArrayBuilder();
        Records.of(body).forEach(records::add);
        return records.build();
    }

    /** Case and spaces don't count. */
    private static String plain(String header) {
        return header.toLowerCase(Locale.ROOT).replaceAll("\\s*;\\s*", ";").replaceAll(",\\s*", ",");
    }
}
