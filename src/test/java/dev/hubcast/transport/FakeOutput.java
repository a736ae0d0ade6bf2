package dev.hubcast.transport;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An upgraded connection's output that takes as many writes as the test says, and insists on what a server insists on. */
public final class FakeOutput extends ServletOutputStream {

    /** Whose habits it has. */
    enum Server {
        /** Throws at who writes when it is not ready; asking changes nothing; writes the whole array whatever part of it is meant. */
        UNDERTOW,
        /** Takes a second question for a second registration, and blocks who writes without having asked. */
        PAYARA
    }

    private final Server server;
    private final List<byte[]> written = new ArrayList<>();
    private WriteListener listener;
    private int room = Integer.MAX_VALUE;
    private boolean asked;
    private boolean registered;
    private boolean flushed = true;
    private IOException failure;

    FakeOutput(Server server) {
        this.server = server;
    }

    /** From now on takes so many writes. */
    public synchronized FakeOutput room(int writes) {
        room = writes;
        return this;
    }

    /** Fails the next write. */
    public synchronized void failWith(IOException broken) {
        failure = broken;
    }

    /** The peer has read: so many writes may follow, and who asked is told. */
    public void drained(int writes) {
        room(writes);
        boolean tell;
        synchronized (this) {
            tell = registered;
            registered = false;
        }
        if (tell) {
            possible();
        }
    }

    void possible() {
        try {
            listener.onWritePossible();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public synchronized List<String> written() {
        return written.stream().map(frame -> new String(frame, StandardCharsets.ISO_8859_1)).toList();
    }

    synchronized boolean flushed() {
        return flushed;
    }

    @Override
    public synchronized boolean isReady() {
        if (listener == null) {
            throw new IllegalStateException("There is no listener yet.");
        }
        if (server == Server.PAYARA && registered) {
            throw new IllegalStateException("Somebody asks again who was not called back.");
        }
        asked = true;
        registered = room <= 0;
        return room > 0;
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) throws IOException {
        if (listener != null && (room <= 0 || server == Server.PAYARA && !asked)) { // without a listener, writes may wait
            throw new IllegalStateException("Somebody writes though the server is not ready.");
        }
        if (failure != null) {
            throw failure;
        }
        if (!flushed) {
            throw new IllegalStateException("The write before was not flushed.");
        }
        written.add(bytes);
        room--;
        asked = false;
        flushed = false;
    }

    @Override
    public synchronized void flush() {
        flushed = true;
    }

    @Override
    public void write(int b) {
        throw new UnsupportedOperationException("Frames are written whole.");
    }

    @Override
    public void setWriteListener(WriteListener told) {
        synchronized (this) {
            listener = told;
        }
        if (isReady()) {
            possible();
        }
    }
}
