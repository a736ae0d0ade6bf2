package dev.hubcast.bench.http;

import java.net.ProtocolException;

/**
 * Takes the content of one response out of what a connection received.
 *
 * <p>Content is moved to the front of what came, so it lies in one piece however it was cut.
 */
public abstract class ResponseBody {

    private boolean complete;

    /**
     * Makes what a response's body is read with.
     *
     * @param head its head
     * @return a body of which nothing was read
     * @throws ProtocolException if the head does not tell how the body ends
     */
    public static ResponseBody of(ResponseHead head) throws ProtocolException {
        if (head.lists("transfer-encoding", "chunked")) {
            return new ChunkedBody();
        }
        String length = head.header("content-length");
        if (!length.isEmpty() && !length.matches("\\d{1,18}")) {
            throw new ProtocolException("a content length of " + length);
        }
        if (head.status() == 204) {
            return new SizedBody(0);
        }
        return new SizedBody(length.isEmpty() ? SizedBody.UNTIL_CLOSED : Long.parseLong(length));
    }

    /**
     * Reads what came.
     *
     * @param bytes where it lies; content is moved within it
     * @param from where it begins
     * @param end where it ends
     * @return where its content, which begins at {@code from}, ends
     * @throws ProtocolException if it breaks the rules, or goes on behind the body's end
     */
    public final int decode(byte[] bytes, int from, int end) throws ProtocolException {
        if (complete && end > from) {
            throw new ProtocolException("bytes behind the end of a response");
        }
        return contentIn(bytes, from, end);
    }

    abstract int contentIn(byte[] bytes, int from, int end) throws ProtocolException;

    final void completed() {
        complete = true;
    }

    /**
     * Whether all of it was read.
     *
     * @return false also for a body that ends when the server closes the connection
     */
    public final boolean isComplete() {
        return complete;
    }

    /**
     * Whether the server may end the body by closing the connection.
     *
     * @return false if closing cuts it off
     */
    public boolean endsWithConnection() {
        return false;
    }
}
