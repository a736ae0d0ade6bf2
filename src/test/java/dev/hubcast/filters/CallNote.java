package dev.hubcast.filters;

import jakarta.enterprise.context.RequestScoped;

/** What a filter tells the method of the same call. */
@RequestScoped
public class CallNote {

    private String text;

    public void set(String note) {
        text = note;
    }

    public String get() {
        return text;
    }
}
