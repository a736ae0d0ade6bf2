package dev.hubcast.transport;

import dev.hubcast.connection.HubOptions;
import dev.hubcast.connection.LocalHub;
import dev.hubcast.security.AccessRule;
import dev.hubcast.security.OriginPolicy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Hubs behind the filter, and a container behind it that takes each upgrade unless it is told to do otherwise. */
final class FilterInTest {

    /** What the container's WebSocket does with a request that reaches it. */
    interface Container {

        void upgrade() throws IOException, ServletException;
    }

    private static final AccessRule EDITORS = AccessRule.of(Edited.class::getAnnotation).orElseThrow();

    @RolesAllowed("editor")
    private static class Edited {}

    final HubEndpoints endpoints = new HubEndpoints();
    final List<Admission> admitted = new ArrayList<>();
    Container container = () -> admitted.add(Admission.take());
    int passedOn;

    private final HubFilter filter = new HubFilter(endpoints, Set.of("editor", "admin"), () -> Runnable::run);

    /** With the hubs {@code /chat} for everybody, {@code /rooms/{room}} too, and {@code /edit} for editors. */
    FilterInTest(String... allowedOrigins) {
        add("/chat", AccessRule.everybody(), allowedOrigins);
        add("/rooms/{room}", AccessRule.everybody(), allowedOrigins);
        add("/edit", EDITORS, allowedOrigins);
    }

    private void add(String path, AccessRule access, String... allowedOrigins) {
        endpoints.add(new LocalHub(path, HubOptions.DEFAULTS, null, null, List.of()), path, access,
                new OriginPolicy(Set.of(allowedOrigins)));
    }

    FakeResponse send(FakeRequest request) throws IOException, ServletException {
        FakeResponse response = new FakeResponse();
        filter.doFilter(request.toServlet(), response.toServlet(), (passed, answer) -> {
            passedOn++;
            container.upgrade();
        });
        return response;
    }

    /** The token of a new connection, negotiated by a user or, for null, by nobody. */
    String negotiate(String path, String user) throws IOException, ServletException {
        FakeResponse response = send(FakeRequest.of("POST", path + "/negotiate").query("negotiateVersion=1").as(user, "editor"));
        return json(response).getString("connectionToken");
    }

    static JsonObject json(FakeResponse response) {
        return Json.createReader(new StringReader(response.body())).readObject();
    }
}
