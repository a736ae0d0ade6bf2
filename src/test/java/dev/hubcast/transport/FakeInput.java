package dev.hubcast.transport;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;

/** An upgraded connection's input: what the test sends, one piece for each read. */
final class FakeInput extends ServletInputStream {

    private final Queue<byte[]> pieces = new ArrayDeque<>();
    private ReadListener listener;
    private boolean ended;
    private int reads;

    /** The client sends something, and the server calls if there is whom to call. */
    void arrive(byte[]... sent) throws IOException {
        synchronized (this) {
            for (byte[] piece : sent) {
                pieces.add(piece);
            }
        }
        if (listener != null) {
            listener.onDataAvailable();
        }
    }

    /** There will be no more; the server calls when everything was read, unless who reads has to find out. */
    void end() throws IOException {
        boolean all;
        synchronized (this) {
            ended = true;
            all = pieces.isEmpty();
        }
        if (all) {
            listener.onAllDataRead();
        }
    }

    /** All has come, and the server says that all was read, as Payara does. */
    void endRead() throws IOException {
        synchronized (this) {
            ended = true;
        }
        listener.onAllDataRead();
    }

    /** The connection breaks. */
    void breakWith(IOException failure) {
        listener.onError(failure);
    }

    /** How many pieces nobody has read yet. */
    synchronized int unread() {
        return pieces.size();
    }

    synchronized int reads() {
        return reads;
    }

    @Override
    public synchronized boolean isReady() {
        return !pieces.isEmpty() || ended;
    }

    @Override
    public synchronized int read(byte[] into, int from, int length) {
        byte[] piece = pieces.poll();
        if (piece == null) {
            return -1;
        }
        reads++;
        System.arraycopy(piece, 0, into, from, piece.length);
        return piece.length;
    }

    @Override
    public int read() {
        throw new UnsupportedOperationException("Bytes are read together.");
    }

    @Override
    public synchronized boolean isFinished() {
        return ended && pieces.isEmpty();
    }

    @Override
    public void setReadListener(ReadListener told) {
        listener = told;
    }
}
