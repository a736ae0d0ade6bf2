package dev.hubcast.transport;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * An HTTP answer that ends a request. Bodies are short and plain, because clients show them as the error's message.
 *
 * @param status the status
 * @param contentType the type of the body
 * @param body the body, may be empty
 */
record Answer(int status, String contentType, String body) {

    static Answer json(String body) {
        return new Answer(HttpServletResponse.SC_OK, "application/json", body);
    }

    static Answer text(int status, String body) {
        return new Answer(status, "text/plain", body);
    }

    static Answer empty(int status) {
        return new Answer(status, null, "");
    }

    /** Writes the answer without the server's error page. */
    void send(HttpServletResponse response) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        if (contentType != null) {
            response.setContentType(contentType);
        }
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
        response.flushBuffer();
    }
}
