package dev.hubcast.transport;

import dev.hubcast.frame.ClientFrames;
import dev.hubcast.protocol.HubMessage;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.WebConnection;
import java.util.concurrent.atomic.AtomicInteger;

/** An upgraded socket between a hub that notes what it is called for and a server that the test plays. */
final class SocketInTest implements AutoCloseable {

    static final byte[] HANDSHAKE = ClientFrames.text("{\"protocol\":\"json\",\"version\":1}\u001e");

    final FakeInput in = new FakeInput();
    final FakeOutput out;
    final AtomicInteger closed = new AtomicInteger();
    final HubInTest hub = new HubInTest();
    final UpgradedSocket socket = new UpgradedSocket();

    private final class Connection implements WebConnection {

        @Override
        public ServletInputStream getInputStream() {
            return in;
        }

        @Override
        public ServletOutputStream getOutputStream() {
            return out;
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    SocketInTest(FakeOutput.Server server) {
        out = new FakeOutput(server);
        socket.admit(hub.admission());
    }

    SocketInTest open() {
        socket.init(new Connection());
        return this;
    }

    /** A call in a frame of its own; it takes some 45 bytes of room. */
    static byte[] call(String target) {
        return ClientFrames.text("{\"type\":1,\"target\":\"" + target + "\",\"arguments\":[]}\u001e");
    }

    @Override
    public void close() {
        hub.close();
    }
}
