package dev.hubcast.showcase.todo;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** What is to be done, in the database. It knows nothing of hubs. */
@Stateless
public class TodoItems {

    @PersistenceContext EntityManager entities;

    /** All, the oldest first. */
    public List<TodoItem> all() {
        return entities.createQuery("SELECT item FROM TodoItem item ORDER BY item.id", TodoItem.class).getResultList();
    }

    /** The one with this id. */
    public Optional<TodoItem> find(long id) {
        return Optional.ofNullable(entities.find(TodoItem.class, id));
    }

    /** Adds one. */
    public TodoItem add(String title, boolean completed) {
        TodoItem item = new TodoItem(title, completed);
        entities.persist(item);
        entities.flush();
        return item;
    }

    /**
     * Changes one, and answers with what it is then; empty if there is none.
     *
     * @param version that of the item that the caller saw; null if the caller does not mind what it overwrites
     * @throws StaleItemException if somebody else has changed it since
     */
    public Optional<TodoItem> change(long id, String title, boolean completed, Long version) {
        try {
            Optional<TodoItem> item = find(id);
            item.ifPresent(found -> {
                check(found, version);
                found.change(title, completed);
            });
            entities.flush();
            return item;
        } catch (OptimisticLockException e) {
            throw new StaleItemException(e);
        }
    }

    /**
     * Removes one, and tells whether it was there.
     *
     * @throws StaleItemException if somebody else changes it at this moment
     */
    public boolean remove(long id) {
        try {
            Optional<TodoItem> item = find(id);
            item.ifPresent(entities::remove);
            entities.flush();
            return item.isPresent();
        } catch (OptimisticLockException e) {
            throw new StaleItemException(e);
        }
    }

    private static void check(TodoItem item, Long seen) {
        if (seen != null && seen != item.getVersion()) {
            throw new StaleItemException(null);
        }
    }
}
