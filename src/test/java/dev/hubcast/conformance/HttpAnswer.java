package dev.hubcast.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonArray;
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

    static JsonObject of(HttpResponse<byte[]> response, String as) {
        JsonObjectBuilder answer = Json.createObjectBuilder(head(response));
        JsonValue body = body(response.body(), as);
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

    private static JsonValue body(byte[] body, String as) {
        String text = new String(body, UTF_8);
        if (body.length == 0) {
            return Records.jsonOrText(text);
        }
        return switch (as) {
            case "records" -> array(Records.of(text));
            case "msgpack" -> array(BinaryRecords.of(body));
            default -> Records.jsonOrText(text);
        };
    }

    private static JsonArray array(List<JsonValue> values) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        values.forEach(array::add);
        return array.build();
    }

    /** Case and spaces don't count. */
    private static String plain(String header) {
        return header.toLowerCase(Locale.ROOT).replaceAll("\\s*;\\s*", ";").replaceAll(",\\s*", ",");
    }
}
