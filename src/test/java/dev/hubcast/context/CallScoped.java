package dev.hubcast.context;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** One for each call. */
@RequestScoped
public class CallScoped {

    static final AtomicInteger DESTROYED = new AtomicInteger();

    private final String id = UUID.randomUUID().toString();

    public String id() {
        return id;
    }

    @PreDestroy
    void destroyed() {
        DESTROYED.incrementAndGet();
    }
}
