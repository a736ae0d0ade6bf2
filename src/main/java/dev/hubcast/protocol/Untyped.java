package dev.hubcast.protocol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values for which a type says nothing: as JSON Binding makes them (3.0, 3.17), with bytes and timestamps as what they are. */
final class Untyped {

    private Untyped() {}

    static Object read(MessagePackInput in) {
        return switch (in.kind()) {
            case NIL -> {
                in.takeNull();
                yield null;
            }
            case BOOLEAN -> in.bool();
            case INTEGER, FLOAT -> in.decimal();
            case STRING -> in.string();
            case BINARY -> in.bytes();
            case ARRAY -> list(in);
            case MAP -> map(in);
            case EXTENSION -> in.<Instant>moment(Instant::parse, instant -> instant);
        };
    }

    private static List<Object> list(MessagePackInput in) {
        List<Object> list = new ArrayList<>();
        if (in.openArray()) {
            do {
                list.add(read(in));
            } while (in.moreElements());
        }
        return list;
    }

    private static Map<Object, Object> map(MessagePackInput in) {
        Map<Object, Object> map = new LinkedHashMap<>();
        if (in.openObject()) {
            do {
                map.put(key(in), read(in));
            } while (in.moreMembers());
        }
        return map;
    }

    /** A single value. What is made of several may be made so that all keys have one hash and no order, which costs the square of them. */
    private static Object key(MessagePackInput in) {
        return switch (in.kind()) {
            case ARRAY, MAP, BINARY -> throw new IllegalArgumentException("A key is a single value.");
            default -> read(in);
        };
    }
}
