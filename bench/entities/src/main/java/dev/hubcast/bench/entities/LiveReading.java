package dev.hubcast.bench.entities;

import dev.hubcast.entity.LiveUpdates;
import jakarta.persistence.Entity;

/**
 * One of whose changes all clients hear.
 */
@Entity
@LiveUpdates(hub = "readings", all = true)
public class LiveReading extends Reading {

    protected LiveReading() {
    }

    LiveReading(String meter) {
        super(meter);
    }
}
