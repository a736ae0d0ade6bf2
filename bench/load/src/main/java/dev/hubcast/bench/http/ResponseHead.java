package dev.hubcast.bench.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.ProtocolException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Status line and headers of an HTTP/1.1 response.
 */
public final class ResponseHead {

    private static final String VERSION = "HTTP/1.1 ";
    private static final int LONGEST = 16 * 1024;

    private final String statusLine;
    private final int status;
    private final Map<String, String> headers = new HashMap<>();

    private ResponseHead(String text) throws ProtocolException {
        String[] lines = text.split("\r\n");
        statusLine = lines[0];
        if (!statusLine.matches(VERSION + "\\d{3}( .*)?")) {
            throw new ProtocolException("no HTTP response: " + statusLine);
        }
        status = Integer.parseInt(statusLine.substring(VERSION.length(), VERSION.length() + 3));
        for (int i = 1; i < lines.length; i++) {
            String[] header = lines[i].split(":", 2);
            if (header.length < 2) {
                throw new ProtocolException("no HTTP header: " + lines[i]);
            }
            // One name may have several lines, which is the same as one with commas (RFC 9110, 5.3).
            headers.merge(header[0].toLowerCase(Locale.ROOT), header[1].trim(), (one, other) -> one + ", " + other);
        }
    }

    /**
     * Where a head ends.
     *
     * @param buffer what was received, from the response's first byte on
     * @param end how much of it
     * @return where the body begins, or 0 if the head is not complete
     * @throws ProtocolException if the head is too long to be one
     */
    public static int endIn(byte[] buffer, int end) throws ProtocolException {
        for (int at = 3; at < end; at++) {
            if (buffer[at] == '\n' && buffer[at - 1] == '\r' && buffer[at - 2] == '\n' && buffer[at - 3] == '\r') {
                return at + 1;
            }
        }
        if (end > LONGEST) {
            throw new ProtocolException("an endless head of a response");
        }
        return 0;
    }

    /**
     * Reads a complete head.
     *
     * @param buffer what was received
     * @param end what {@link #endIn} said
     * @return the head
     * @throws ProtocolException if it is not one of HTTP/1.1
     */
    public static ResponseHead read(byte[] buffer, int end) throws ProtocolException {
        return new ResponseHead(new String(buffer, 0, end, US_ASCII));
    }

    /**
     * The status.
     *
     * @return three digits
     */
    public int status() {
        return status;
    }

    /**
     * The first line, for people.
     *
     * @return version, status and reason
     */
    public String statusLine() {
        return statusLine;
    }

    /**
     * The value of a header.
     *
     * @param name in lower case
     * @return the value, empty if there is no such header
     */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /**
     * Whether a header, a list of tokens, contains a token.
     *
     * @param name the header, in lower case
     * @param token in lower case
     * @return whether it is there, however it is written
     */
    public boolean lists(String name, String token) {
        for (String each : header(name).toLowerCase(Locale.ROOT).split(",")) {
            if (each.trim().equals(token)) {
                return true;
            }
        }
        return false;
    }
}
