package dev.hubcast.bench.socket;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/**
 * The HTTP exchange that opens a WebSocket.
 */
final class Upgrade {

    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int LONGEST_HEAD = 16 * 1024;

    private final byte[] request;
    private final String accept;

    Upgrade(URI url, String requestTarget) {
        // One key for all connections: it need not be secret, and checking the answer stays a comparison.
        String key = Base64.getEncoder().encodeToString("hubcast load key".getBytes(US_ASCII));
        request = ("GET " + requestTarget + " HTTP/1.1\r\n"
                + "Host: " + url.getHost() + ":" + url.getPort() + "\r\n"
                + "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: " + key + "\r\n\r\n").getBytes(US_ASCII);
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
        for (int at = 3; at < end; at++) {
            if (buffer[at] == '\n' && buffer[at - 1] == '\r' && buffer[at - 2] == '\n' && buffer[at - 3] == '\r') {
                check(new String(buffer, 0, at, US_ASCII));
                return at + 1;
            }
        }
        if (end > LONGEST_HEAD) {
            throw new ProtocolException("an endless answer to the upgrade request");
        }
        return 0;
    }

    private void check(String head) throws IOException {
        String status = head.lines().findFirst().orElse("");
        boolean accepted = head.lines().map(line -> line.split(":", 2))
                .anyMatch(header -> header.length == 2
                        && header[0].toLowerCase(Locale.ROOT).equals("sec-websocket-accept")
                        && header[1].trim().equals(accept));
        if (!status.startsWith("HTTP/1.1 101") || !accepted) {
            throw new ProtocolException("the server answered the upgrade with: " + status);
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
