package dev.hubcast.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A WebSocket that puts what it receives into an inbox. */
final class WebSocketPeer implements WebSocket.Listener, Peer {

    private static final int CLOSED_ABNORMALLY = 1006;

    private final Inbox inbox;
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream binary = new ByteArrayOutputStream();
    private volatile WebSocket socket;

    WebSocketPeer(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public void onOpen(WebSocket opened) {
        socket = opened;
        opened.request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            inbox.put(Records.of(text.toString()));
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        byte[] part = new byte[data.remaining()];
        data.get(part);
        binary.writeBytes(part);
        if (last) {
            inbox.put(shown(binary.toByteArray()));
            binary.reset();
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        inbox.end(ending(code, reason));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        inbox.end(ending(CLOSED_ABNORMALLY, error.toString()));
    }

    @Override
    public void send(Payload payload) {
        await(payload.binary() ? socket.sendBinary(ByteBuffer.wrap(payload.bytes()), true) : socket.sendText(payload.text(), true));
    }

    @Override
    public void close() {
        await(socket.sendClose(WebSocket.NORMAL_CLOSURE, ""));
    }

    @Override
    public void kill() {
        socket.abort();
    }

    /** JSON may come in a binary frame: the handshake of a binary protocol does. */
    private static List<? extends JsonValue> shown(byte[] message) {
        if (message.length > 0 && message[0] == '{') {
            return Records.of(new String(message, UTF_8)).stream()
                    .map(record -> Json.createObjectBuilder().add("binaryRecord", record).build())
                    .toList();
        }
        return BinaryRecords.of(message);
    }

    private static void await(CompletableFuture<?> sent) {
        sent.orTimeout(ExchangePlayer.PATIENCE.toMillis(), MILLISECONDS).join();
    }

    private static JsonObject ending(int code, String reason) {
        return Json.createObjectBuilder().add("code", code).add("reason", reason).build();
    }
}
