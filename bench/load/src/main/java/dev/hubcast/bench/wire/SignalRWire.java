package dev.hubcast.bench.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;

/**
 * SignalR's JSON hub protocol.
 */
class SignalRWire implements PouringWire {

    private static final char END = '\u001e';
    private static final byte[] HANDSHAKE = text("{\"protocol\":\"json\",\"version\":1}");
    private static final byte[] PING = text("{\"type\":6}");
    private static final byte[] CLOSE = text("{\"type\":7}");

    /** 100,000 bytes, a tenth of what a hub keeps for a client. */
    private static final int POURED_AT_ONCE = 1000;

    private final Carrier carrier;

    SignalRWire(Carrier carrier) {
        this.carrier = carrier;
    }

    @Override
    public Carrier carrier() {
        return carrier;
    }

    @Override
    public String requestTarget(URI url) {
        return RawWire.pathAndQuery(url);
    }

    @Override
    public void connected(WireEvents events) {
        events.reply(HANDSHAKE);
    }

    @Override
    public byte[] goodbye() {
        return CLOSE;
    }

    @Override
    public byte[] join(String group) {
        return text("{\"type\":1,\"invocationId\":\"j\",\"target\":\"join\",\"arguments\":[\"" + group + "\"]}");
    }

    @Override
    public byte[] ping() {
        return PING;
    }

    @Override
    public Message echo() {
        return Message.of("{\"type\":1,\"invocationId\":\"" + Message.ID + "\",\"target\":\"echo\",\"arguments\":[\""
                + Payload.blank(Payload.ECHO) + "\"]}" + END);
    }

    // Without an invocation id, as a client's send() does it: the sender's completion is not what is measured.
    @Override
    public Message broadcast(String group) {
        return Message.of("{\"type\":1,\"target\":\"send\",\"arguments\":[\"" + group + "\",\""
                + Payload.blank(Payload.BROADCAST) + "\"]}" + END);
    }

    @Override
    public int pouredAtOnce() {
        return POURED_AT_ONCE;
    }

    @Override
    public byte[] pour(int count, long first, long sent) {
        return pour("\"type\":1,\"target\":\"pour\"", count, first, sent);
    }

    static byte[] pour(String call, int count, long first, long sent) {
        return Message.of("{" + call + ",\"arguments\":[\"" + Payload.blank(Payload.BROADCAST) + "\"," + count + "]}" + END)
                .stamped(0, first, sent);
    }

    @Override
    public boolean joinsMessages() {
        return true;
    }

    @Override
    public void received(byte[] buffer, int from, int to, WireEvents events) {
        int start = from;
        while (start < to) {
            int payload = -1;
            int at = start;
            while (at < to && buffer[at] != END) {
                if (buffer[at] == '#' && payload < 0 && at > start) {
                    payload = at - 1;
                    // A payload contains no record end; jumping over an intact one halves the client's work.
                    at += Payload.intact(buffer, payload, to) ? Payload.LENGTH - 1 : 1;
                } else {
                    at++;
                }
            }
            if (at == to) {
                events.failed("a text that ends within a hub message");
                return;
            }
            if (payload >= 0) {
                events.payload(buffer, payload, at);
            } else {
                control(new String(buffer, start, at - start, UTF_8), events);
            }
            start = at + 1;
        }
    }

    private static void control(String message, WireEvents events) {
        String json = message.replace(" ", "");
        if (json.equals("{}")) {
            events.greeted();
        } else if (json.contains("\"error\":") || json.contains("\"type\":7")) {
            events.failed(message);
        } else if (json.contains("\"type\":3")) {
            events.acknowledged();
        } else if (!json.contains("\"type\":6")) {
            events.failed("unexpected hub message " + message);
        }
    }

    private static byte[] text(String json) {
        return (json + END).getBytes(UTF_8);
    }
}
