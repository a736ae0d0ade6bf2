package dev.hubcast.bench.socket;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.hubcast.bench.http.Request;
import dev.hubcast.bench.http.ResponseHead;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The HTTP exchange that opens a WebSocket.
 */
final class Upgrade {

    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final byte[] request;
    private final String accept;

    Upgrade(URI url, String requestTarget) {
        // One key for all connections: it need not be secret, and checking the answer stays a comparison.
        String key = Base64.getEncoder().encodeToString("hubcast load key".getBytes(US_ASCII));
        request = Request.get(url, requestTarget, "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: " + key);
        accept = sha1(key + GUID);
    }

    byte[] request() {
        return request;
    }

    /**
     * Reads the server's answer.
     *
     * @return where its head ends, or 0 if there is more to come
     * @throws IOException if the server did not switch protocols
     */
    int answered(byte[] buffer, int end) throws IOException {
        int body = ResponseHead.endIn(buffer, end);
        if (body > 0) {
            check(ResponseHead.read(buffer, body));
        }
        return body;
    }

    private void check(ResponseHead head) throws IOException {
        if (head.status() != 101 || !head.header("sec-websocket-accept").equals(accept)) {
            throw new ProtocolException("the server answered the upgrade with: " + head.statusLine());
        }
    }

    private static String sha1(String text) {
        try {
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(text.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
