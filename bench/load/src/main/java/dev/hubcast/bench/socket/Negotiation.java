package dev.hubcast.bench.socket;

import dev.hubcast.bench.http.Request;
import java.net.ProtocolException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The HTTP requests of a client that takes Server-Sent Events, as SignalR agrees on them.
 */
final class Negotiation {

    private static final Pattern TOKEN = Pattern.compile("\"connectionToken\"\\s*:\\s*\"([^\"]+)\"");
    private static final String TRANSPORT = "\"ServerSentEvents\"";

    private final URI url;
    private final String path;
    private final String query;

    Negotiation(URI url, String requestTarget) {
        this.url = url;
        int question = requestTarget.indexOf('?');
        path = question < 0 ? requestTarget : requestTarget.substring(0, question);
        query = question < 0 ? "" : requestTarget.substring(question + 1) + "&";
    }

    byte[] request() {
        return Request.post(url, path + "/negotiate?" + query + "negotiateVersion=1", new byte[0]);
    }

    /** What names the connection in all further requests. */
    String token(String answer) throws ProtocolException {
        Matcher token = TOKEN.matcher(answer);
        if (!token.find() || !answer.contains(TRANSPORT)) {
            throw new ProtocolException("the server does not offer Server-Sent Events: " + answer);
        }
        return token.group(1);
    }

    byte[] stream(String token) {
        return Request.get(url, target(token), "Accept: text/event-stream", "Cache-Control: no-cache");
    }

    byte[] send(String token, byte[] records) {
        return Request.post(url, target(token), records);
    }

    private String target(String token) {
        return path + "?" + query + "id=" + token;
    }
}
