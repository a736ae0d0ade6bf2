package dev.hubcast.itest;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Puts what no thread catches into the server's log; as delivered, Payara Micro prints it beside the log, where no test sees it. */
@WebListener
public class UncaughtExceptionLog implements ServletContextListener {

    private static final Logger LOG = Logger.getLogger(UncaughtExceptionLog.class.getName());

    @Override
    public void contextInitialized(ServletContextEvent event) {
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, thrown) -> LOG.log(Level.SEVERE, thrown, () -> "Uncaught in thread " + thread.getName()));
    }
}
