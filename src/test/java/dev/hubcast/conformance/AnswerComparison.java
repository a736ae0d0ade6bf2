package dev.hubcast.conformance;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Finds where answers differ from those of the reference; the order of properties and the way a number is written don't count. */
final class AnswerComparison {

    /** A text of the reference that ends so is compared up to there. */
    private static final String ANY_REST = "…";

    private final boolean anyCase;
    private final Pattern aside;

    /**
     * A comparison.
     *
     * @param anyCase whether names of properties may differ in case
     * @param aside finds the names of properties that are left out, null for none
     */
    AnswerComparison(boolean anyCase, Pattern aside) {
        this.anyCase = anyCase;
        this.aside = aside;
    }

    /** One text for each answer that differs, is missing or is one too many. */
    List<String> differences(JsonArray reference, JsonArray here) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < Math.max(reference.size(), here.size()); i++) {
            JsonValue expected = i < reference.size() ? reference.get(i) : null;
            JsonValue actual = i < here.size() ? here.get(i) : null;
            if (expected == null || actual == null || !same(expected, actual)) {
                differences.add("answer " + i + "\n  reference " + shown(expected) + "\n  here      " + shown(actual));
            }
        }
        return differences;
    }

    private boolean same(JsonValue reference, JsonValue here) {
        if (reference instanceof JsonObject expected && here instanceof JsonObject actual) {
            return sameProperties(compared(expected), compared(actual));
        }
        if (reference instanceof JsonArray expected && here instanceof JsonArray actual) {
            return sameItems(expected, actual);
        }
        if (reference instanceof JsonString expected && here instanceof JsonString actual) {
            return sameText(expected.getString(), actual.getString());
        }
        if (reference instanceof JsonNumber expected && here instanceof JsonNumber actual) {
            return expected.bigDecimalValue().compareTo(actual.bigDecimalValue()) == 0;
        }
        return reference.equals(here);
    }

    private boolean sameProperties(Map<String, JsonValue> reference, Map<String, JsonValue> here) {
        return reference.keySet().equals(here.keySet())
                && reference.entrySet().stream().allMatch(property -> same(property.getValue(), here.get(property.getKey())));
    }

    private boolean sameItems(JsonArray reference, JsonArray here) {
        if (reference.size() != here.size()) {
            return false;
        }
        for (int i = 0; i < reference.size(); i++) {
            if (!same(reference.get(i), here.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameText(String reference, String here) {
        if (reference.endsWith(ANY_REST)) {
            return here.startsWith(reference.substring(0, reference.length() - ANY_REST.length()));
        }
        return reference.equals(here);
    }

    private Map<String, JsonValue> compared(JsonObject object) {
        Map<String, JsonValue> properties = new TreeMap<>();
        object.forEach((name, value) -> {
            if (aside == null || !aside.matcher(name).find()) {
                properties.put(anyCase ? name.toLowerCase(Locale.ROOT) : name, value);
            }
        });
        return properties;
    }

    private static String shown(JsonValue answer) {
        return answer == null ? "nothing" : SortedJson.text(answer);
    }
}
