package dev.hubcast.bench.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;

/**
 * Socket.IO 4 over Engine.IO 4, WebSocket transport only.
 */
final class SocketIoWire implements Wire {

    private static final byte[] CONNECT = "40".getBytes(UTF_8);
    private static final byte[] PONG = "3".getBytes(UTF_8);
    private static final byte[] NOTHING = {};

    @Override
    public String requestTarget(URI url) {
        return "/socket.io/?EIO=4&transport=websocket";
    }

    @Override
    public void connected(WireEvents events) {
        // The server speaks first.
    }

    @Override
    public byte[] join(String group) {
        return ("421[\"join\",\"" + group + "\"]").getBytes(UTF_8);
    }

    // Engine.IO's server pings, the client answers.
    @Override
    public byte[] ping() {
        return NOTHING;
    }

    @Override
    public Message echo() {
        return Message.of("42" + Message.ID + "[\"echo\",\"" + Payload.blank(Payload.ECHO) + "\"]");
    }

    @Override
    public Message broadcast(String group) {
        return Message.of("42[\"send\",\"" + group + "\",\"" + Payload.blank(Payload.BROADCAST) + "\"]");
    }

    @Override
    public boolean joinsMessages() {
        return false;
    }

    @Override
    public void received(byte[] buffer, int from, int to, WireEvents events) {
        int payload = Payload.find(buffer, from, to);
        if (payload >= 0) {
            events.payload(buffer, payload, to);
            return;
        }
        String packet = new String(buffer, from, to - from, UTF_8);
        if (packet.startsWith("0{")) {
            events.reply(CONNECT);
        } else if (packet.startsWith("40")) {
            events.greeted();
        } else if (packet.startsWith("43")) {
            events.acknowledged();
        } else if (packet.equals("2")) {
            events.reply(PONG);
        } else {
            events.failed("unexpected packet " + packet);
        }
    }
}
