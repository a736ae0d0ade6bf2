package dev.hubcast.conformance.functional;

import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.util.UUID;

/**
 * An object of values that the protocols write in ways of their own.
 *
 * @param string any text
 * @param intArray any numbers
 * @param byteArray any bytes
 * @param guid any id
 * @param dateTime any point in time
 */
public record ComplexObject(@JsonbProperty("String") String string, @JsonbProperty("IntArray") int[] intArray,
        @JsonbProperty("ByteArray") byte[] byteArray, @JsonbProperty("Guid") UUID guid, @JsonbProperty("DateTime") Instant dateTime) {}
