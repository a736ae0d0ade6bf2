package dev.hubcast.itest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** How a WebSocket is opened (RFC 6455, section 4). */
public final class RawHandshake {

    private static final String KEY = Base64.getEncoder().encodeToString("sixteen raw byte".getBytes(ISO_8859_1));
    private static final String ACCEPT_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private RawHandshake() {}

    /** A right request, for a test to change; sent by {@link RawRequest#send()} it answers how the server refuses it. */
    public static RawRequest request(URI uri) {
        return RawRequest.of("GET", uri).without("Connection").header("Connection", "Upgrade").header("Upgrade", "websocket")
                .header("Sec-WebSocket-Version", "13").header("Sec-WebSocket-Key", KEY);
    }

    /** Opens the WebSocket, or fails with what the server answered instead. */
    public static RawWebSocket open(RawRequest request) {
        RawRequest.Opened opened = request.open();
        HttpAnswer answer = opened.answer();
        if (answer.status() != 101 || !acceptFor(KEY).equals(answer.header("Sec-WebSocket-Accept"))) {
            opened.wire().close();
            throw new AssertionError("Expected " + request + " to become a WebSocket; seen: " + answer);
        }
        return new RawWebSocket(opened.wire(), answer);
    }

    static String acceptFor(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + ACCEPT_SUFFIX).getBytes(ISO_8859_1));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
