package dev.hubcast.websocket;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How a stream of frames is cut on its way, which must make no difference. */
enum Delivery {

    AT_ONCE {
        @Override
        List<byte[]> pieces(List<byte[]> frames) {
            return List.of(joined(frames));
        }
    },

    FRAME_BY_FRAME {
        @Override
        List<byte[]> pieces(List<byte[]> frames) {
            return frames;
        }
    },

    BYTE_BY_BYTE {
        @Override
        List<byte[]> pieces(List<byte[]> frames) {
            return pieces(joined(frames), 1);
        }
    };

    /** What is written at a time. */
    abstract List<byte[]> pieces(List<byte[]> frames);

    /** Cuts bytes into pieces of a size. */
    static List<byte[]> pieces(byte[] stream, int size) {
        List<byte[]> pieces = new ArrayList<>();
        for (int at = 0; at < stream.length; at += size) {
            pieces.add(Arrays.copyOfRange(stream, at, Math.min(at + size, stream.length)));
        }
        return pieces;
    }

    static byte[] joined(List<byte[]> frames) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        frames.forEach(stream::writeBytes);
        return stream.toByteArray();
    }
}
