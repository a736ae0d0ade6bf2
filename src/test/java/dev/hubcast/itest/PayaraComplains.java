package dev.hubcast.itest;

/** What Payara may log about its own WebSocket, for {@link ExpectedLog}; the README tells of it, and it is why that is not the default. */
public final class PayaraComplains {

    /** Where a server's side closes, Tyrus and Catalina may both recycle the request, and the next one that uses it fails. */
    public static final String A_REQUEST_RECYCLED_TWICE =
            "(?s)in the container during the request processing.*NullPointerException.*grizzly";

    /** A connection was reset while it was written to. */
    public static final String A_WRITE_TO_A_RESET_CONNECTION = "(?s)\"context\" is null.*OutputBuffer\\$WriteHandlerImpl\\.processCallbacks";

    private PayaraComplains() {}
}
