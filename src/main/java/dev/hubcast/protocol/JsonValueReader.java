package dev.hubcast.protocol;

/** Reads one JSON value as one Java type. */
@FunctionalInterface
interface JsonValueReader {

    /** The value, null where JSON has null and the type allows it. */
    Object read(JsonReader reader);
}
