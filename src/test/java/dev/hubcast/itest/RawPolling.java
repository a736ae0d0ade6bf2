package dev.hubcast.itest;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;

/**
 * Messages as the answers to polls, and POST requests for the other direction. A poll is sent when a message is waited for, and waits on
 * when the test's patience ends; a client that receives nothing is one that stopped polling.
 */
public final class RawPolling implements RawTransport {

    private final RawHubConnector hub;
    private final String token;
    private final RawHttp http;
    private final RawPosts posts;
    private boolean parked;

    private RawPolling(RawHubConnector hub, String token, boolean keepsAlive) {
        this.hub = hub;
        this.token = token;
        this.http = new RawHttp(keepsAlive);
        this.posts = new RawPosts(hub, token);
    }

    /** Sends the first poll, which is answered at once. */
    static RawPolling open(RawHubConnector hub, String token, boolean keepsAlive) {
        RawPolling polling = new RawPolling(hub, token, keepsAlive);
        HttpAnswer answer = polling.nextAnswer("the answer to the first poll", Deadline.in(Wire.PATIENCE));
        if (answer.status() != 200 || !answer.body().isEmpty()) {
            throw new AssertionError("Expected an empty answer to the first poll; seen: " + answer);
        }
        return polling;
    }

    /** Sends a poll and does not wait for its answer. */
    public void park() {
        if (!parked) {
            http.begin(hub.pollRequest(token));
            parked = true;
        }
    }

    /** The client's port of the connection over which the last poll went. */
    public int port() {
        return http.port();
    }

    /** Gives up the poll that waits (FIN); the next one comes over another connection. */
    public void abandon() {
        http.close();
        parked = false;
    }

    @Override
    public void send(String text) {
        posts.send(text);
    }

    @Override
    public String receive(String expected, Deadline deadline) {
        while (true) {
            HttpAnswer answer = nextAnswer(expected, deadline);
            if (answer.status() != 200) {
                throw new AssertionError("Expected " + expected + "; the connection ended: " + answer);
            }
            if (!answer.body().isEmpty()) {
                return answer.body();
            }
        }
    }

    @Override
    public void expectEnd() {
        Deadline deadline = Deadline.in(Wire.PATIENCE);
        HttpAnswer answer = nextAnswer("the end of the connection", deadline);
        while (answer.status() == 200 && answer.body().isEmpty()) {
            answer = nextAnswer("the end of the connection", deadline);
        }
        if (answer.status() != 204) {
            throw new AssertionError("Expected the end of the connection; seen: " + answer);
        }
    }

    @Override
    public void reset() {
        http.reset();
        parked = false;
    }

    @Override
    public void close() {
        abandon();
        posts.close();
    }

    HttpAnswer nextAnswer(String expected, Deadline deadline) {
        park();
        try {
            HttpAnswer answer = http.answer(deadline);
            parked = false;
            return answer;
        } catch (EOFException | SocketException e) {
            throw new AssertionError("Expected " + expected + "; the poll's connection ended", e);
        } catch (IOException e) {
            throw new AssertionError("Expected " + expected + " within " + deadline.limit().toMillis() + " ms", e);
        }
    }
}
