package dev.hubcast.context;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

/** A line of the ledger. */
@Entity
public class Entry {

    @Id
    @GeneratedValue
    private Long id;

    private String text;

    protected Entry() {}

    Entry(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return id + ": " + text;
    }
}
