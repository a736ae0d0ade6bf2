package dev.hubcast.itest;

import java.io.IOException;

/** What a client without a WebSocket sends. */
final class RawPosts implements AutoCloseable {

    private final RawHubConnector hub;
    private final String token;
    private final RawHttp http = new RawHttp(true);

    RawPosts(RawHubConnector hub, String token) {
        this.hub = hub;
        this.token = token;
    }

    void send(String text) {
        RawRequest request = hub.postRequest(token, text);
        http.begin(request);
        try {
            HttpAnswer answer = http.answer(Deadline.in(Wire.PATIENCE));
            if (answer.status() != 200) {
                throw new AssertionError("Expected the server to take " + request + "; seen: " + answer);
            }
        } catch (IOException e) {
            throw new AssertionError("Expected an answer to " + request, e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
