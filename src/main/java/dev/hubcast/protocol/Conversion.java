package dev.hubcast.protocol;

/** Another form of a value, which an annotation asks for. Nulls are dealt with before. */
interface Conversion {

    void write(MessagePackOutput out, Object value, int depth);

    Object read(ValueInput in);
}
