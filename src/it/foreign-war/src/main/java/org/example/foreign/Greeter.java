package org.example.foreign;

import dev.hubcast.Hub;
import jakarta.websocket.server.ServerEndpoint;

/** A hub in an application that has nothing else. */
@Hub
@ServerEndpoint("/hubs/greeter")
public class Greeter {

    public String greet(String name) {
        return "Hello, " + name;
    }
}
