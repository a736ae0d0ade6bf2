package dev.hubcast.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What was called. */
@ApplicationScoped
public class SessionNotes {

    private final List<String> notes = new CopyOnWriteArrayList<>();

    public void add(String text) {
        notes.add(text);
    }

    public List<String> all() {
        return notes;
    }
}
