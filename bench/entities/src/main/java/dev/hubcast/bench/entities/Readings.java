package dev.hubcast.bench.entities;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.util.List;

/**
 * Readings in the database, all of a kind in one transaction.
 */
@RequestScoped
public class Readings {

    private static final int BATCH = 500;

    @PersistenceContext
    EntityManager entities;

    @Resource
    UserTransaction transaction;

    /** Has so many of a kind there, and no others. */
    void fill(boolean live, int count) throws Exception {
        transaction.begin();
        entities.createQuery("delete from " + nameOf(live)).executeUpdate();
        for (int i = 0; i < count; i++) {
            entities.persist(live ? new LiveReading("meter " + i) : new PlainReading("meter " + i));
            if (i % BATCH == BATCH - 1) {
                entities.flush();
                entities.clear();
            }
        }
        transaction.commit();
    }

    /** Changes all of a kind, and tells what it took. */
    Turn changeAll(boolean live) throws Exception {
        PeakHeap heap = PeakHeap.fromNow();
        transaction.begin();
        List<Reading> all = entities.createQuery("select r from " + nameOf(live) + " r", Reading.class).getResultList();
        all.forEach(Reading::change);
        long committing = System.nanoTime();
        transaction.commit();
        return new Turn(all.size(), System.nanoTime() - committing, heap.bytes());
    }

    private static String nameOf(boolean live) {
        return live ? "LiveReading" : "PlainReading";
    }
}
