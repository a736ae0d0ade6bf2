package dev.hubcast.bench.wire;

/**
 * SignalR's JSON hub protocol, by which many messages come as a stream, whose back-pressure is the server's.
 */
final class SignalRStreamWire extends SignalRWire {

    SignalRStreamWire() {
        super(Carrier.WEBSOCKET);
    }

    @Override
    public int pouredAtOnce() {
        return Integer.MAX_VALUE;
    }

    @Override
    public byte[] pour(int count, long first, long sent) {
        return pour("\"type\":4,\"invocationId\":\"" + Message.ID + "\",\"target\":\"stream\"", count, first, sent);
    }
}
