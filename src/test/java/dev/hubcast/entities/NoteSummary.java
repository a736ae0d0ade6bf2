package dev.hubcast.entities;

import dev.hubcast.entity.EntityMapping;
import dev.hubcast.entity.EntityOperation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Follows a relation that may not be loaded, and keeps secrets. */
@ApplicationScoped
public class NoteSummary implements EntityMapping<Note> {

    @Override
    public Object map(Note note, EntityOperation operation) {
        return note.getText().startsWith("secret") ? null : Map.of("tags", note.tags().size());
    }
}
