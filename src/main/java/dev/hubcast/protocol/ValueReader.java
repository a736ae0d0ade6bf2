package dev.hubcast.protocol;

/** Reads one value as one Java type. */
@FunctionalInterface
interface ValueReader {

    /** The value, null where there is a null and the type allows it. */
    Object read(ValueInput in);
}
