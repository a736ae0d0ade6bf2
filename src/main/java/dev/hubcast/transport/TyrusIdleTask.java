package dev.hubcast.transport;

import jakarta.websocket.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Takes a session's idle task from Tyrus 2.1 (Payara 6): even with idle time-outs off it hands a task to the managed executor at each
 * message in either direction, whose capture of the context searches all of the application's jars for services. That is most of what a
 * message costs there, and Hubcast keeps the times itself.
 *
 * <p>Knows one private field. Where that is another one, the session is left as it is, only slower.
 */
final class TyrusIdleTask {

    private static final Logger LOG = System.getLogger(TyrusIdleTask.class.getName());
    private static final String SESSION = "org.glassfish.tyrus.core.TyrusSession";

    private TyrusIdleTask() {}

    /** Has the session schedule nothing more. */
    static void takeFrom(Session session) {
        if (!session.getClass().getName().equals(SESSION)) {
            return;
        }
        try {
            Field service = session.getClass().getDeclaredField("service");
            service.setAccessible(true);
            service.set(session, withoutSchedule((ScheduledExecutorService) service.get(session)));
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(Level.DEBUG, "This Tyrus keeps its idle task", e);
        }
    }

    private static ScheduledExecutorService withoutSchedule(ScheduledExecutorService managed) {
        return (ScheduledExecutorService) Proxy.newProxyInstance(
                TyrusIdleTask.class.getClassLoader(), new Class<?>[] {ScheduledExecutorService.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("schedule")) {
                        return Never.INSTANCE;
                    }
                    try {
                        return method.invoke(managed, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** What is scheduled and never comes. */
    private static final class Never extends FutureTask<Void> implements ScheduledFuture<Void> {

        static final Never INSTANCE = new Never();

        private Never() {
            super(() -> null);
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return Long.MAX_VALUE;
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
