package dev.hubcast.bench.http;

import java.net.ProtocolException;

/**
 * The chunked transfer coding (RFC 9112, 7.1), wherever a read cuts it.
 */
final class ChunkedBody extends ResponseBody {

    private enum Part { SIZE, EXTENSION, CONTENT, CONTENT_END, TRAILER, TRAILER_LINE, OVER }

    private static final int LARGEST = 1 << 24;

    private Part part = Part.SIZE;
    private boolean sized;
    private int missing;

    @Override
    int contentIn(byte[] bytes, int from, int end) throws ProtocolException {
        int content = from;
        int at = from;
        while (at < end) {
            if (part == Part.CONTENT) {
                int length = Math.min(missing, end - at);
                System.arraycopy(bytes, at, bytes, content, length);
                content += length;
                at += length;
                missing -= length;
                part = missing == 0 ? Part.CONTENT_END : Part.CONTENT;
            } else {
                part = after(bytes[at++]);
            }
        }
        return content;
    }

    // A carriage return is passed over wherever a line feed may end the line.
    private Part after(byte octet) throws ProtocolException {
        boolean lineEnd = octet == '\n';
        if (octet == '\r' && part != Part.OVER) {
            return part;
        }
        return switch (part) {
            case SIZE -> size(octet);
            case EXTENSION -> lineEnd ? begun() : Part.EXTENSION;
            case CONTENT_END -> {
                if (!lineEnd) {
                    throw new ProtocolException("a chunk that is longer than it said");
                }
                yield Part.SIZE;
            }
            case TRAILER -> lineEnd ? over() : Part.TRAILER_LINE;
            case TRAILER_LINE -> lineEnd ? Part.TRAILER : Part.TRAILER_LINE;
            case CONTENT, OVER -> throw new ProtocolException("bytes behind the end of a response");
        };
    }

    private Part size(byte octet) throws ProtocolException {
        int digit = Character.digit(octet, 16);
        if (digit >= 0) {
            sized = true;
            missing = missing << 4 | digit;
            if (missing > LARGEST) {
                throw new ProtocolException("a chunk of more than " + LARGEST + " bytes");
            }
            return Part.SIZE;
        }
        if (!sized) {
            throw new ProtocolException("a chunk without a size");
        }
        return octet == '\n' ? begun() : Part.EXTENSION;
    }

    private Part begun() {
        sized = false;
        return missing == 0 ? Part.TRAILER : Part.CONTENT;
    }

    private Part over() {
        completed();
        return Part.OVER;
    }
}
