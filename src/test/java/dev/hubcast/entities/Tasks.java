package dev.hubcast.entities;

import dev.hubcast.entity.EntityChanges;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Changes entities and knows nothing of hubs. */
@Stateless
@PermitAll
public class Tasks {

    @PersistenceContext
    EntityManager entities;

    @Resource
    SessionContext session;

    @Inject
    EntityChanges changes;

    public void add(String list, String title) {
        entities.persist(new Task(list, title));
    }

    private Task first(String list) {
        return of(list).get(0);
    }

    private List<Task> of(String list) {
        return entities.createQuery("select t from Task t where t.list = :list order by t.id", Task.class).setParameter("list", list)
                .getResultList();
    }

    public void rename(String list, String title) {
        first(list).rename(title);
    }

    public void remove(String list) {
        entities.remove(first(list));
    }

    public void addAndRefuse(String list, String title) {
        add(list, title);
        entities.flush();
        session.setRollbackOnly();
    }

    public void addAndFail(String list, String title) {
        add(list, title);
        entities.flush();
        throw new IllegalStateException("the task fails");
    }

    public void addAndRename(String list, String title) {
        Task task = new Task(list, "draft");
        entities.persist(task);
        entities.flush();
        task.rename("second draft");
        entities.flush();
        entities.clear();
        entities.find(Task.class, task.getId()).rename(title);
    }

    public void addAndRemove(String list, String title) {
        Task task = new Task(list, title);
        entities.persist(task);
        entities.flush();
        entities.remove(task);
    }

    public void renameAndRemove(String list, String title) {
        Task task = first(list);
        task.rename(title);
        entities.flush();
        entities.remove(task);
    }

    public void addAroundANewTransaction(String list, String title, boolean refuse) {
        add(list, title + " 1");
        entities.flush();
        session.getBusinessObject(Tasks.class).addInANewTransaction(list, title + " new");
        add(list, title + " 2");
        if (refuse) {
            session.setRollbackOnly();
        }
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void addInANewTransaction(String list, String title) {
        add(list, title);
    }

    /** As if another program had added them, since a database would take its time for so many. */
    public void tellOfMany(String list, int count) {
        for (long id = 0; id < count; id++) {
            changes.added(new Task(id, list, String.valueOf(id)));
        }
    }

    /** JPA tells nobody of these. */
    public void renameAll(String list, String title) {
        entities.createQuery("update Task t set t.title = :title where t.list = :list")
                .setParameter("title", title).setParameter("list", list).executeUpdate();
        of(list).forEach(changes::updated);
    }

    public void write(String owner, String text) {
        entities.persist(new Note(owner, text, "a", "b", "c"));
    }

    public void rewrite(String owner, String text) {
        entities.createQuery("select n from Memo n where n.owner = :owner order by n.id desc", Note.class).setParameter("owner", owner)
                .setMaxResults(1).getSingleResult().rewrite(text);
    }
}
