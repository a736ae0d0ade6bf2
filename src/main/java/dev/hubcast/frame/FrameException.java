package dev.hubcast.frame;

/** What a peer sent breaks RFC 6455: the connection fails with a close code (section 7.1.7). The message names the rule. */
public final class FrameException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int closeCode;

    FrameException(int closeCode, String message) {
        super(message);
        this.closeCode = closeCode;
    }

    static FrameException protocol(String message) {
        return new FrameException(CloseStatus.PROTOCOL_ERROR, message);
    }

    /**
     * The code of the close frame to answer with.
     *
     * @return the code
     */
    public int closeCode() {
        return closeCode;
    }
}
