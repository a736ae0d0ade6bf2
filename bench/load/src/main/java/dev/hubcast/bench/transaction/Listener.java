package dev.hubcast.bench.transaction;

import dev.hubcast.bench.measure.MeasurementException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * A client of a hub that counts the changes of which it hears.
 */
final class Listener implements WebSocket.Listener {

    private static final char END = '\u001e';

    private final StringBuilder record = new StringBuilder();
    private int heard;

    private Listener() {
    }

    static Listener connect(HttpClient http, URI hub) {
        Listener listener = new Listener();
        WebSocket socket = http.newWebSocketBuilder().buildAsync(hub, listener).join();
        socket.sendText("{\"protocol\":\"json\",\"version\":1}" + END, true).join();
        return listener;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != END) {
                record.append(text.charAt(i));
            } else {
                if (record.indexOf("\"target\":\"entityChanged\"") >= 0) {
                    hear();
                }
                record.setLength(0);
            }
        }
        socket.request(1);
        return null;
    }

    private synchronized void hear() {
        heard++;
        notifyAll();
    }

    /** How many of so many changes it has not heard of by the end of its patience; then it counts anew. */
    synchronized int missing(int changes, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (heard < changes && System.nanoTime() < end) {
                wait(100);
            }
        } catch (InterruptedException e) {
            throw new MeasurementException("interrupted");
        }
        int missing = changes - heard;
        heard = 0;
        return missing;
    }
}
