package dev.hubcast.websocket;

import static dev.hubcast.itest.Frame.BINARY;
import static dev.hubcast.itest.Frame.CLOSE;
import static dev.hubcast.itest.Frame.CONTINUATION;
import static dev.hubcast.itest.Frame.PING;
import static dev.hubcast.itest.Frame.PONG;
import static dev.hubcast.itest.Frame.TEXT;

import dev.hubcast.itest.Frame;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A way to break RFC 6455 that ends a connection with close code 1002. None of its frames completes a record. */
enum BrokenRule {

    // Section 5.2: bits that no extension gave a meaning to.
    TEXT_WITH_THE_FIRST_RESERVED_BIT(text().reserved(4)),
    TEXT_WITH_THE_SECOND_RESERVED_BIT(text().reserved(2)),
    TEXT_WITH_THE_THIRD_RESERVED_BIT(text().reserved(1)),
    BINARY_WITH_TWO_RESERVED_BITS(Frame.of(BINARY, some()).reserved(5)),
    A_PING_WITH_TWO_RESERVED_BITS(Frame.of(PING, some()).reserved(6)),
    A_PONG_WITH_TWO_RESERVED_BITS(Frame.of(PONG, some()).reserved(3)),
    A_CLOSE_WITH_ALL_RESERVED_BITS(Frame.of(CLOSE, none()).reserved(7)),
    A_CONTINUATION_WITH_A_RESERVED_BIT(text().unfinished(), Frame.of(CONTINUATION, some()).reserved(4)),

    // Section 5.2: opcodes of frames yet to be invented.
    OPCODE_3(Frame.of(3, none())),
    OPCODE_4_WITH_PAYLOAD(Frame.of(4, some())),
    OPCODE_5(Frame.of(5, none())),
    OPCODE_6_WITH_PAYLOAD(Frame.of(6, some())),
    OPCODE_7_WITH_PAYLOAD(Frame.of(7, some())),
    OPCODE_11(Frame.of(11, none())),
    OPCODE_12_WITH_PAYLOAD(Frame.of(12, some())),
    OPCODE_13(Frame.of(13, none())),
    OPCODE_14_WITH_PAYLOAD(Frame.of(14, some())),
    OPCODE_15_WITH_PAYLOAD(Frame.of(15, some())),
    A_RESERVED_OPCODE_WITHIN_A_MESSAGE(text().unfinished(), Frame.of(3, some())),

    // Section 5.4: the order of fragments.
    A_LAST_CONTINUATION_OF_NOTHING(Frame.of(CONTINUATION, some())),
    A_CONTINUATION_OF_NOTHING(Frame.of(CONTINUATION, some()).unfinished()),
    AN_EMPTY_CONTINUATION_OF_NOTHING(Frame.of(CONTINUATION, none())),
    A_CONTINUATION_BEHIND_A_MESSAGE_IN_FRAGMENTS(
            text().unfinished(), Frame.of(CONTINUATION, some()), Frame.of(CONTINUATION, some()).unfinished()),
    TEXT_WITHIN_TEXT(text().unfinished(), text()),
    UNFINISHED_TEXT_WITHIN_TEXT(text().unfinished(), text().unfinished()),
    BINARY_WITHIN_TEXT(text().unfinished(), Frame.of(BINARY, some())),
    TEXT_WITHIN_BINARY(Frame.of(BINARY, some()).unfinished(), text()),

    // Section 5.5: control frames come whole and short.
    A_PING_IN_FRAGMENTS(Frame.of(PING, some()).unfinished(), Frame.of(CONTINUATION, some())),
    A_PONG_IN_FRAGMENTS(Frame.of(PONG, some()).unfinished(), Frame.of(CONTINUATION, some())),
    A_CLOSE_IN_FRAGMENTS(Frame.close(1000, "").unfinished(), Frame.of(CONTINUATION, some())),
    A_PING_OF_126_BYTES(Frame.of(PING, new byte[126])),
    A_PONG_OF_126_BYTES(Frame.of(PONG, new byte[126])),
    A_CLOSE_OF_126_BYTES(Frame.close(1000, "r".repeat(124))),
    A_PING_OF_65536_BYTES(Frame.of(PING, new byte[65536])),

    // Section 5.1: a client masks.
    TEXT_WITHOUT_A_MASK(text().unmasked()),
    EMPTY_TEXT_WITHOUT_A_MASK(Frame.text("").unmasked()),
    A_PING_WITHOUT_A_MASK(Frame.of(PING, some()).unmasked()),
    A_CLOSE_WITHOUT_A_MASK(Frame.close(1000, "").unmasked()),

    // Section 5.2: lengths in their shortest form, without the highest bit.
    A_LENGTH_OF_125_IN_TWO_BYTES(Frame.of(TEXT, new byte[125]).declaring(125, 2)),
    A_LENGTH_OF_0_IN_TWO_BYTES(Frame.text("").declaring(0, 2)),
    A_LENGTH_OF_1000_IN_EIGHT_BYTES(Frame.of(TEXT, new byte[1000]).declaring(1000, 8)),
    A_LENGTH_OF_0_IN_EIGHT_BYTES(Frame.text("").declaring(0, 8)),
    A_LENGTH_WITH_THE_HIGHEST_BIT(text().declaring(Long.MIN_VALUE + 4)),
    A_LENGTH_OF_MINUS_ONE(text().declaring(-1)),

    // Sections 5.5.1 and 7.4: what a close frame may say.
    A_CLOSE_WITH_HALF_A_CODE(Frame.of(CLOSE, new byte[] {3})),
    A_CLOSE_WITH_CODE_0(Frame.close(0, "")),
    A_CLOSE_WITH_CODE_999(Frame.close(999, "")),
    A_CLOSE_WITH_CODE_1004(Frame.close(1004, "")),
    A_CLOSE_WITH_CODE_1005(Frame.close(1005, "")),
    A_CLOSE_WITH_CODE_1006(Frame.close(1006, "why")),
    A_CLOSE_WITH_CODE_1015(Frame.close(1015, "")),
    A_CLOSE_WITH_CODE_1016(Frame.close(1016, "")),
    A_CLOSE_WITH_CODE_1100(Frame.close(1100, "")),
    A_CLOSE_WITH_CODE_2000(Frame.close(2000, "")),
    A_CLOSE_WITH_CODE_2999(Frame.close(2999, "why")),
    A_CLOSE_WITH_CODE_5000(Frame.close(5000, "")),
    A_CLOSE_WITH_CODE_65535(Frame.close(65535, ""));

    private final List<byte[]> frames;

    BrokenRule(Frame... frames) {
        this.frames = Stream.of(frames).map(Frame::bytes).toList();
    }

    BrokenRule(byte[] frame) {
        this.frames = List.of(frame);
    }

    private static Frame text() {
        return Frame.of(TEXT, some());
    }

    private static byte[] some() {
        return "some".getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] none() {
        return new byte[0];
    }

    /** The frames, of which the last one breaks the rule, at the latest. */
    List<byte[]> frames() {
        return frames;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
