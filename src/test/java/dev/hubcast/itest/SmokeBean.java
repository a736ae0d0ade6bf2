package dev.hubcast.itest;

import jakarta.enterprise.context.ApplicationScoped;

/** A bean for the smoke test. */
@ApplicationScoped
public class SmokeBean {

    String greet(String name) {
        return "Hello, " + name;
    }
}
