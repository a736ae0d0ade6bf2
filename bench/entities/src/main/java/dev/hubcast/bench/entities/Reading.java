package dev.hubcast.bench.entities;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;

/**
 * What a meter said: a row as applications have many of them.
 */
@MappedSuperclass
public abstract class Reading {

    @Id
    @GeneratedValue
    private Long id;

    private String meter;

    private double amount;

    @Version
    private long version;

    protected Reading() {
    }

    Reading(String meter) {
        this.meter = meter;
    }

    void change() {
        amount++;
    }

    /**
     * Its id.
     *
     * @return the id
     */
    public Long getId() {
        return id;
    }

    /**
     * Which meter it was.
     *
     * @return the meter's name
     */
    public String getMeter() {
        return meter;
    }

    /**
     * What it said.
     *
     * @return the amount
     */
    public double getAmount() {
        return amount;
    }

    /**
     * How often it was changed.
     *
     * @return the version
     */
    public long getVersion() {
        return version;
    }
}
