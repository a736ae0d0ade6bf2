package dev.hubcast.testing;

import dev.hubcast.TransportType;
import dev.hubcast.connection.ConnectionSetup;
import dev.hubcast.connection.Feed;
import dev.hubcast.connection.HubConnection;
import dev.hubcast.connection.LocalHub;
import dev.hubcast.connection.Transport;
import dev.hubcast.protocol.Payload;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.CloseReason.CloseCodes;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Carries records from hand to hand. The client reads at once. */
final class MemoryTransport implements Transport {

    private final TransportType type;
    private final Client client;
    private final CompletableFuture<Feed> feed = new CompletableFuture<>();

    /** The client's side. */
    interface Client {

        void receive(Payload record);

        void closed();
    }

    MemoryTransport(TransportType type, LocalHub hub, ConnectionSetup setup, Client client) {
        this.type = type;
        this.client = client;
        feed.complete(hub.open(setup, this));
    }

    HubConnection connection() {
        return feed.join().connection();
    }

    void say(byte[] record) {
        feed.join().received(record, 0, record.length);
    }

    /** The client goes, and waits for the end. */
    void leave() {
        feed.join().peerClosing(new CloseReason(CloseCodes.NORMAL_CLOSURE, ""));
    }

    /** The client is gone. */
    void vanish() {
        over(CloseCodes.CLOSED_ABNORMALLY, "The connection was lost.");
    }

    @Override
    public TransportType type() {
        return type;
    }

    @Override
    public void send(List<Payload> records, Sent sent) {
        records.forEach(client::receive);
        sent.done(null);
    }

    @Override
    public void close(CloseCode code) {
        over(code, "");
    }

    @Override
    public void abort() {
        over(CloseCodes.CLOSED_ABNORMALLY, "");
    }

    /** A hub that is closed ends a connection before it has begun. */
    private void over(CloseCode code, String phrase) {
        feed.thenAccept(open -> {
            open.transportClosed(new CloseReason(code, phrase));
            client.closed();
        });
    }
}
