package dev.hubcast.conformance;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * A recorded exchange: what the client did and what the reference answered.
 *
 * @param name says what the exchange is about
 * @param hub the path of its hub
 * @param steps what the client does, in order
 * @param answers what came back, one for each step that waits for something
 * @param anyCase whether names of properties may differ in case
 */
record Exchange(String name, String hub, List<Step> steps, JsonArray answers, boolean anyCase) {

    static Exchange of(JsonObject recorded) {
        return new Exchange(
                recorded.getString("name"),
                recorded.getString("hub", "/hubs/wire"),
                recorded.getJsonArray("steps").getValuesAs(JsonObject.class).stream().map(Step::new).toList(),
                recorded.getJsonArray("answers"),
                recorded.getBoolean("anyCase", false));
    }
}
