package dev.hubcast.bench.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.URI;
import java.util.Arrays;

/**
 * A bare endpoint: a text comes back, or goes to everybody if it begins with {@code b}.
 */
final class RawWire implements Wire {

    private static final byte[] HERE = "here".getBytes(US_ASCII);
    private static final byte[] NOTHING = {};

    @Override
    public String requestTarget(URI url) {
        return pathAndQuery(url);
    }

    static String pathAndQuery(URI url) {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    @Override
    public void connected(WireEvents events) {
        events.greeted();
    }

    // Everybody hears everything, but only once the server knows the session; an answered echo proves that it does.
    @Override
    public byte[] join(String group) {
        return HERE;
    }

    @Override
    public byte[] ping() {
        return NOTHING;
    }

    @Override
    public Message echo() {
        return Message.of(Payload.blank(Payload.ECHO));
    }

    @Override
    public Message broadcast(String group) {
        return Message.of(Payload.blank(Payload.BROADCAST));
    }

    @Override
    public boolean joinsMessages() {
        return false;
    }

    @Override
    public void received(byte[] buffer, int from, int to, WireEvents events) {
        if (to - from == Payload.LENGTH) {
            events.payload(buffer, from, to);
        } else if (Arrays.equals(buffer, from, to, HERE, 0, HERE.length)) {
            events.acknowledged();
        } else {
            events.failed("unexpected text " + new String(buffer, from, Math.min(to - from, Payload.LENGTH), US_ASCII));
        }
    }
}
