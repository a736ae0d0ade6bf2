package dev.hubcast.connection;

import dev.hubcast.protocol.Payload;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What was sent to a client that may come back and was not acknowledged yet, numbered from 1. Used by one thread at a time. */
final class SentRecords {

    private final int limit;
    private final Deque<Payload> unacknowledged = new ArrayDeque<>();
    private long first = 1;
    private int bytes;

    SentRecords(int limit) {
        this.limit = limit;
    }

    /** Keeps those that count. */
    void add(List<Payload> records) {
        for (Payload record : records) {
            if (record.isSequenced()) {
                unacknowledged.add(record);
                bytes += record.size();
            }
        }
    }

    /** The client has all up to this number; what was never sent cannot be acknowledged. */
    void acknowledged(long number) {
        while (first <= number && !unacknowledged.isEmpty()) {
            bytes -= unacknowledged.poll().size();
            first++;
        }
    }

    /** The number of the first one that is sent again, else of the next one ({@code HubProtocol.md} as ASP.NET Core implements it). */
    long next() {
        return first;
    }

    List<Payload> unacknowledged() {
        return List.copyOf(unacknowledged);
    }

    /** Whether more than the limit waits for the client's word. */
    boolean isFull() {
        return bytes > limit;
    }
}
