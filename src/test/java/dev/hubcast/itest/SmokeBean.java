package dev.hubcast.itest;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger.Level;

/** A bean for the smoke test. */
@ApplicationScoped
public class SmokeBean {

    String greet(String name) {
        return "Hello, " + name;
    }

    @PreDestroy
    void logAtUndeployment() {
        System.getLogger("smoke").log(Level.ERROR, "Logged while the server stops");
    }
}
