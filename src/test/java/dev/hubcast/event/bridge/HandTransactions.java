package dev.hubcast.event.bridge;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Transactions of the one thread of a test, which begins, suspends and ends them. Those that nest are independent. */
public final class HandTransactions implements TransactionSynchronizationRegistry {

    private static final class Transaction {

        private final Map<Object, Object> resources = new HashMap<>();
        private final List<Synchronization> synchronizations = new ArrayList<>();
        private int status = Status.STATUS_ACTIVE;
    }

    private final Deque<Transaction> stack = new ArrayDeque<>();

    public HandTransactions begin() {
        stack.push(new Transaction());
        return this;
    }

    public void commit() {
        beforeCompletion();
        end(Status.STATUS_COMMITTED);
    }

    /** A resource refuses at the last moment. */
    public void failToCommit() {
        beforeCompletion();
        end(Status.STATUS_ROLLEDBACK);
    }

    private void beforeCompletion() {
        for (int i = 0; i < current().synchronizations.size(); i++) { // one may register others
            current().synchronizations.get(i).beforeCompletion();
        }
    }

    public void rollBack() {
        end(Status.STATUS_ROLLEDBACK);
    }

    private void end(int status) {
        current().status = status;
        current().synchronizations.forEach(each -> each.afterCompletion(status));
        stack.pop();
    }

    private Transaction current() {
        if (stack.isEmpty()) {
            throw new IllegalStateException("No transaction");
        }
        return stack.peek();
    }

    @Override
    public Object getTransactionKey() {
        return stack.peek();
    }

    @Override
    public void putResource(Object key, Object value) {
        current().resources.put(key, value);
    }

    @Override
    public Object getResource(Object key) {
        return current().resources.get(key);
    }

    @Override
    public void registerInterposedSynchronization(Synchronization synchronization) {
        if (current().status != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("Status " + current().status);
        }
        current().synchronizations.add(synchronization);
    }

    @Override
    public int getTransactionStatus() {
        return stack.isEmpty() ? Status.STATUS_NO_TRANSACTION : current().status;
    }

    @Override
    public void setRollbackOnly() {
        current().status = Status.STATUS_MARKED_ROLLBACK;
    }

    @Override
    public boolean getRollbackOnly() {
        return current().status == Status.STATUS_MARKED_ROLLBACK;
    }
}
