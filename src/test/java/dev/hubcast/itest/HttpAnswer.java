package dev.hubcast.itest;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a server answered to an HTTP request.
 *
 * @param status the status code
 * @param reason the reason phrase, empty if there is none
 * @param headers values by name, found without regard to case
 * @param body the body as UTF-8, decoded from its chunks
 */
public record HttpAnswer(int status, String reason, Map<String, List<String>> headers, String body) {

    static HttpAnswer ofHead(String head) {
        List<String> lines = head.lines().filter(line -> !line.isEmpty()).toList();
        String[] statusLine = lines.get(0).split(" ", 3);
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>()).add(line.substring(colon + 1).strip());
        }
        return new HttpAnswer(Integer.parseInt(statusLine[1]), statusLine.length > 2 ? statusLine[2] : "", headers, "");
    }

    HttpAnswer withBodyFrom(Wire wire, Deadline deadline) throws IOException {
        return new HttpAnswer(status, reason, headers, new String(readBody(wire, deadline), UTF_8));
    }

    /**
     * The first value of a header.
     *
     * @param name the header, in any case
     * @return its value, null if there is none
     */
    public String header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
    }

    /**
     * The body as JSON.
     *
     * @return the object
     */
    public JsonObject json() {
        try (var reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    private byte[] readBody(Wire wire, Deadline deadline) throws IOException {
        if (status < 200 || status == 204 || status == 304) {
            return new byte[0];
        }
        String length = header("Content-Length");
        return length == null ? new RawBody(wire, this).rest(deadline) : wire.take(Integer.parseInt(length), deadline);
    }
}
