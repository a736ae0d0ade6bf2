package dev.hubcast.entities;

import dev.hubcast.entity.LiveUpdates;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Version;

/** Something to do, whose list hears of it. */
@Entity
@LiveUpdates(hub = "board", group = "list-{list}", method = "ServiceChange", exceptOrigin = true)
public class Task {

    @Id
    @GeneratedValue
    private Long id;

    @Column(name = "listName")
    private String list;

    private String title;

    private int updates;

    @Version
    private long version;

    protected Task() {}

    Task(String list, String title) {
        this(null, list, title);
    }

    Task(Long id, String list, String title) {
        this.id = id;
        this.list = list;
        this.title = title;
    }

    @PreUpdate
    void count() {
        updates++;
    }

    public Long getId() {
        return id;
    }

    public String getList() {
        return list;
    }

    public String getTitle() {
        return title;
    }

    void rename(String to) {
        title = to;
    }

    public int getUpdates() {
        return updates;
    }

    public long getVersion() {
        return version;
    }
}
