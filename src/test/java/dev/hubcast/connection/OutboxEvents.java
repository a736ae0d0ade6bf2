package dev.hubcast.connection;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An outbox's owner that keeps what it is told. */
class OutboxEvents implements Outbox.Owner {

    private final List<String> told = new CopyOnWriteArrayList<>();

    @Override
    public void overflowed() {
        told.add("overflowed");
    }

    @Override
    public void failed(Throwable failure) {
        told.add("failed: " + failure.getMessage());
    }

    @Override
    public void drained() {
        told.add("drained");
    }

    List<String> told() {
        return told;
    }
}
