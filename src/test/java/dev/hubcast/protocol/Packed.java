package dev.hubcast.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.hubcast.protocol.Bound.TypeOf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.value.Value;

/** Values in MessagePack, written and read by msgpack-core itself, and bound as a hub method's parameters are bound. */
final class Packed {

    static final MessagePackMapping STANDARD = MessagePackMapping.standard(Packed::instance);

    private Packed() {}

    interface Content {

        void pack(MessageBufferPacker packer) throws IOException;
    }

    static Object instance(Class<?> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(Content content) {
        try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
            content.pack(packer);
            return packer.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    /** A record: its length goes before it. */
    static byte[] record(byte[] message) {
        byte[] record = LengthPrefix.before(message.length);
        System.arraycopy(message, 0, record, record.length - message.length, message.length);
        return record;
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    static Object bind(Type type, byte[] value) {
        return bind(STANDARD, type, value);
    }

    static Object bind(TypeOf<?> type, byte[] value) {
        return bind(STANDARD, type.type(), value);
    }

    static Object bind(MessagePackMapping mapping, Type type, byte[] value) {
        return new MessagePackArguments(value, 1, mapping).bind(List.of(type))[0];
    }

    static Object bind(Type type, Content value) {
        return bind(type, bytes(value));
    }

    static Object bind(TypeOf<?> type, Content value) {
        return bind(type.type(), bytes(value));
    }

    static void assertRefused(Type type, Content value) {
        assertRefused(type, bytes(value));
    }

    static void assertRefused(Type type, byte[] value) {
        assertThat(catchThrowable(() -> bind(type, value)))
                .as("%s from %s", type.getTypeName(), HexFormat.of().formatHex(value, 0, Math.min(50, value.length)))
                .isInstanceOf(ArgumentBindingException.class)
                .hasMessage("Error binding argument 1. Make sure that the types of the provided values match the types of the hub method"
                        + " being invoked.");
    }

    static byte[] written(Object value) {
        return written(STANDARD, value);
    }

    static byte[] written(MessagePackMapping mapping, Object value) {
        MessagePackOutput out = new MessagePackOutput();
        mapping.write(out, value);
        byte[] framed = out.framed();
        return Arrays.copyOfRange(framed, LengthPrefix.end(framed, 0, framed.length), framed.length);
    }

    /** What msgpack-core reads out of what was written. */
    static Value read(byte[] written) {
        try (var unpacker = MessagePack.newDefaultUnpacker(written)) {
            Value value = unpacker.unpackValue();
            assertThat(unpacker.hasNext()).as("more than one value").isFalse();
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
