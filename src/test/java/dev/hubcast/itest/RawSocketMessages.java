package dev.hubcast.itest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Text messages over a WebSocket. */
final class RawSocketMessages implements RawTransport {

    private final RawWebSocket socket;
    private final boolean answersPings;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();

    RawSocketMessages(RawWebSocket socket, boolean answersPings) {
        this.socket = socket;
        this.answersPings = answersPings;
    }

    RawWebSocket socket() {
        return socket;
    }

    @Override
    public void send(String text) {
        socket.send(Frame.text(text));
    }

    @Override
    public String receive(String expected, Deadline deadline) {
        while (true) {
            Frame frame = socket.receive(expected, deadline);
            switch (frame.opcode()) {
                case Frame.TEXT, Frame.CONTINUATION -> {
                    message.writeBytes(frame.payload());
                    if (frame.fin()) {
                        String text = message.toString(UTF_8);
                        message.reset();
                        return text;
                    }
                }
                case Frame.PING -> {
                    if (answersPings) {
                        socket.send(Frame.of(Frame.PONG, frame.payload()));
                    }
                }
                case Frame.CLOSE -> throw new AssertionError("Expected " + expected + "; the connection ended: " + frame);
                default -> throw new AssertionError("Expected " + expected + "; seen: " + frame);
            }
        }
    }

    @Override
    public void expectEnd() {
        socket.expectClose(1000);
    }

    @Override
    public void reset() {
        socket.reset();
    }

    @Override
    public void close() {
        socket.close();
    }
}
