package dev.hubcast.transport;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A request to become a WebSocket (RFC 6455, section 4.2.1). */
final class WebSocketRequest {

    private static final int UPGRADE_REQUIRED = 426;
    private static final int KEY_BYTES = 16;
    private static final int KEY_LENGTH = 24;
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*+\"?+");

    private WebSocketRequest() {}

    /** Whether a GET wants to be one. */
    static boolean is(HttpServletRequest request) {
        return hasToken(request, "Upgrade", "websocket");
    }

    /** What is wrong with it, null if nothing is. */
    static Answer problem(HttpServletRequest request, HttpServletResponse response) {
        if (!"HTTP/1.1".equals(request.getProtocol())) {
            return bad("HTTP/1.1 expected");
        }
        if (!hasToken(request, "Connection", "upgrade")) {
            return bad("Connection: Upgrade expected");
        }
        if (request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null) {
            return bad("No body expected"); // it would be read as frames
        }
        if (!"13".equals(only(request, "Sec-WebSocket-Version"))) {
            response.setHeader("Sec-WebSocket-Version", "13");
            return Answer.text(UPGRADE_REQUIRED, "WebSocket version 13 expected");
        }
        if (!isKey(only(request, "Sec-WebSocket-Key"))) {
            return bad("Sec-WebSocket-Key of 16 bytes in base64 expected");
        }
        return extensionsHaveNames(request) ? null : bad("Sec-WebSocket-Extensions with names expected");
    }

    private static Answer bad(String text) {
        return Answer.text(HttpServletResponse.SC_BAD_REQUEST, text);
    }

    /** The value of a header that must not be there twice (RFC 6455, section 11.3), null if it is not there once. */
    private static String only(HttpServletRequest request, String header) {
        List<String> values = Collections.list(request.getHeaders(header));
        return values.size() == 1 ? values.get(0).strip() : null;
    }

    /** Payara's WebSocket answers an extension without a name with an error page and a stack trace in the log. */
    private static boolean extensionsHaveNames(HttpServletRequest request) {
        for (String line : Collections.list(request.getHeaders("Sec-WebSocket-Extensions"))) {
            for (String each : QUOTED.matcher(line).replaceAll("").split(",")) {
                String extension = each.strip();
                if (extension.startsWith(";") || extension.startsWith("=")) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isKey(String key) {
        try {
            return key != null && key.length() == KEY_LENGTH && Base64.getDecoder().decode(key).length == KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean hasToken(HttpServletRequest request, String header, String token) {
        for (String line : Collections.list(request.getHeaders(header))) {
            for (String each : line.split(",")) {
                if (each.strip().toLowerCase(Locale.ROOT).equals(token)) {
                    return true;
                }
            }
        }
        return false;
    }
}
