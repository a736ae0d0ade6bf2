package dev.hubcast.testing;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** Compares JSON as its readers do: members of an object in any order, numbers by what they are worth. */
final class SameJson {

    private SameJson() {}

    static boolean is(JsonValue one, JsonValue other) {
        if (one instanceof JsonNumber number && other instanceof JsonNumber second) {
            return number.bigDecimalValue().compareTo(second.bigDecimalValue()) == 0;
        }
        if (one instanceof JsonArray array && other instanceof JsonArray second) {
            return array.size() == second.size() && inOrder(array, second);
        }
        if (one instanceof JsonObject object && other instanceof JsonObject second) {
            return object.keySet().equals(second.keySet())
                    && object.keySet().stream().allMatch(name -> is(object.get(name), second.get(name)));
        }
        return one.equals(other);
    }

    private static boolean inOrder(JsonArray one, JsonArray other) {
        for (int i = 0; i < one.size(); i++) {
            if (!is(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }
}
