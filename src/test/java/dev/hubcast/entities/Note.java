package dev.hubcast.entities;

import dev.hubcast.entity.LiveUpdates;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.util.ArrayList;
import java.util.List;

/** Something written down: its owner reads some of it, everybody else what a mapping leaves. */
@Entity(name = "Memo")
@LiveUpdates(hub = "board", user = "{owner}", only = {"id", "text"})
@LiveUpdates(hub = "board", all = true, method = "noteSeen", mapping = NoteSummary.class)
public class Note {

    @Id
    @GeneratedValue
    private Long id;

    private String owner;

    private String text;

    @ElementCollection
    private List<String> tags = new ArrayList<>();

    protected Note() {}

    Note(String owner, String text, String... tags) {
        this.owner = owner;
        this.text = text;
        this.tags.addAll(List.of(tags));
    }

    public Long getId() {
        return id;
    }

    public String getOwner() {
        return owner;
    }

    public String getText() {
        return text;
    }

    void rewrite(String to) {
        text = to;
    }

    List<String> tags() {
        return tags;
    }
}
