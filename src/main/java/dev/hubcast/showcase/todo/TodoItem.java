package dev.hubcast.showcase.todo;

import dev.hubcast.entity.LiveUpdates;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Something to be done. After each commit that changes one, everybody at the hub hears {@code ServiceChange}. */
@Entity
@LiveUpdates(hub = "servicehub", all = true, method = "ServiceChange")
public class TodoItem {

    /** How long a title may be. */
    static final int TITLE_LENGTH = 200;

    @Id
    @GeneratedValue
    private Long id;

    @Column(nullable = false, length = TITLE_LENGTH)
    private String title;

    private boolean completed;

    @Convert(converter = InstantColumn.class)
    private Instant createdAt;

    @Convert(converter = InstantColumn.class)
    private Instant updatedAt;

    @Version
    private long version;

    protected TodoItem() {}

    TodoItem(String title, boolean completed) {
        this.title = title;
        this.completed = completed;
    }

    @PrePersist
    void create() {
        createdAt = now();
        updatedAt = createdAt;
    }

    @PreUpdate
    void update() {
        updatedAt = now();
    }

    // As much as every database keeps.
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    void change(String newTitle, boolean isCompleted) {
        title = newTitle;
        completed = isCompleted;
    }

    /** Unlike that of any other item, given by the database. */
    public Long getId() {
        return id;
    }

    /** What is to be done. */
    public String getTitle() {
        return title;
    }

    /** Whether it is done. */
    public boolean isCompleted() {
        return completed;
    }

    /** When it was added. */
    public Instant getCreatedAt() {
        return createdAt;
    }

    /** When it was changed last. */
    public Instant getUpdatedAt() {
        return updatedAt;
    }

    /** Rises with each change: of two states, the higher is the newer, in whatever order they arrive. */
    public long getVersion() {
        return version;
    }
}
