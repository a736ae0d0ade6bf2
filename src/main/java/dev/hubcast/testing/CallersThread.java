package dev.hubcast.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.concurrent.Executor;

/**
 * Runs tasks on the thread that brings them, so that what a test does is done when its method returns. A task that comes out of another one
 * is run behind it, as if another thread had been busy, and not within it.
 */
final class CallersThread implements Executor {

    private final ThreadLocal<Turn> current = new ThreadLocal<>();

    private static final class Turn {

        private final Deque<Runnable> tasks = new ArrayDeque<>();
        private final Collection<Runnable> afterwards = new ArrayList<>();
    }

    @Override
    public void execute(Runnable task) {
        Turn running = current.get();
        if (running != null) {
            running.tasks.add(task);
            return;
        }
        Turn turn = new Turn();
        current.set(turn);
        try {
            task.run();
            while (!turn.tasks.isEmpty()) {
                turn.tasks.remove().run();
            }
        } finally {
            current.remove();
            turn.afterwards.forEach(Runnable::run);
        }
    }

    /** Runs an action when the tasks of this thread are done, at once if there are none: whoever hears of it finds everything done. */
    void afterwards(Runnable action) {
        Turn running = current.get();
        if (running == null) {
            action.run();
        } else {
            running.afterwards.add(action);
        }
    }
}
