package dev.hubcast.bench.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.URI;
import java.util.Arrays;

/**
 * Requests of HTTP/1.1.
 */
public final class Request {

    private Request() {
    }

    /**
     * A request without a body.
     *
     * @param server whom to ask
     * @param target path and query
     * @param headers lines without their ends
     * @return the request's bytes
     */
    public static byte[] get(URI server, String target, String... headers) {
        return head("GET", server, target, headers);
    }

    /**
     * A request with a body of text.
     *
     * @param server whom to ask
     * @param target path and query
     * @param body the text in UTF-8
     * @return the request's bytes
     */
    public static byte[] post(URI server, String target, byte[] body) {
        byte[] head = head("POST", server, target, "Content-Type: text/plain;charset=UTF-8", "Content-Length: " + body.length);
        byte[] all = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    private static byte[] head(String method, URI server, String target, String... headers) {
        StringBuilder head = new StringBuilder(method).append(' ').append(target).append(" HTTP/1.1\r\nHost: ")
                .append(server.getHost()).append(':').append(server.getPort()).append("\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(US_ASCII);
    }
}
