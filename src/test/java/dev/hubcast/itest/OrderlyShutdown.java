package dev.hubcast.itest;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Lets Payara Micro stop before the JVM closes the log and deletes the server's files.
 *
 * <p>As delivered, all three are shutdown hooks, which run at the same time: what an application logs at its end is lost, and classes
 * that it needs for the first time then are gone.
 */
@WebListener
public class OrderlyShutdown implements ServletContextListener {

    private static final String SERVER_STOP = "Payara Micro Shutdown Hook";

    @Override
    public void contextInitialized(ServletContextEvent event) {
        List<Thread> hooks = shutdownHooks();
        Thread serverStop = hooks.stream().filter(hook -> hook.getName().equals(SERVER_STOP)).findFirst()
                .orElseThrow(() -> new IllegalStateException("No \"" + SERVER_STOP + "\" among " + hooks));
        CountDownLatch stopped = new CountDownLatch(1);
        hooks.forEach(hook -> replace(hook, hook == serverStop ? () -> runThenRelease(hook, stopped) : () -> runAfter(stopped, hook)));
    }

    private static void runThenRelease(Thread hook, CountDownLatch stopped) {
        try {
            hook.run();
        } finally {
            stopped.countDown();
        }
    }

    private static void runAfter(CountDownLatch stopped, Thread hook) {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        hook.run();
    }

    private static void replace(Thread hook, Runnable replacement) {
        Runtime.getRuntime().removeShutdownHook(hook);
        Runtime.getRuntime().addShutdownHook(new Thread(replacement, hook.getName()));
    }

    private static List<Thread> shutdownHooks() {
        try {
            // Payara Micro's own manifest opens this package.
            Field hooks = Class.forName("java.lang.ApplicationShutdownHooks").getDeclaredField("hooks");
            hooks.setAccessible(true);
            return ((Map<?, ?>) hooks.get(null)).keySet().stream().map(Thread.class::cast).toList();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The JVM's shutdown hooks cannot be read", e);
        }
    }
}
