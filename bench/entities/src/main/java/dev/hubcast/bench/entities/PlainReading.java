package dev.hubcast.bench.entities;

import jakarta.persistence.Entity;

/**
 * The same, and nobody hears of it.
 */
@Entity
public class PlainReading extends Reading {

    protected PlainReading() {
    }

    PlainReading(String meter) {
        super(meter);
    }
}
