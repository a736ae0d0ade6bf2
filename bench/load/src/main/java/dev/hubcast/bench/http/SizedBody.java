package dev.hubcast.bench.http;

import java.net.ProtocolException;

/**
 * A body as long as the head says, or as long as the connection lasts.
 */
final class SizedBody extends ResponseBody {

    static final long UNTIL_CLOSED = Long.MAX_VALUE;

    private long missing;

    SizedBody(long length) {
        missing = length;
        if (length == 0) {
            completed();
        }
    }

    @Override
    int contentIn(byte[] bytes, int from, int end) throws ProtocolException {
        if (missing == UNTIL_CLOSED) {
            return end;
        }
        missing -= end - from;
        if (missing < 0) {
            throw new ProtocolException("bytes behind the end of a response");
        }
        if (missing == 0) {
            completed();
        }
        return end;
    }

    @Override
    public boolean endsWithConnection() {
        return missing == UNTIL_CLOSED;
    }
}
