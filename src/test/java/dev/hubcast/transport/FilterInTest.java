package dev.hubcast.transport;

import dev.hubcast.TransportType;
import dev.hubcast.connection.FakeTransport;
import dev.hubcast.connection.HubConnection;
import dev.hubcast.connection.HubOptions;
import dev.hubcast.connection.HubThreads;
import dev.hubcast.connection.LocalHub;
import dev.hubcast.security.AccessRule;
import dev.hubcast.security.OriginPolicy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.ServletException;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Hubs behind the filter, and a container behind it that takes each upgrade unless it is told to do otherwise. */
final class FilterInTest {

    /** What the container's WebSocket does with a request that reaches it. */
    interface Container {

        void upgrade() throws IOException, ServletException;
    }

    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final AccessRule EDITORS = AccessRule.of(Edited.class::getAnnotation).orElseThrow();

    static final String REFUSED = "https://refused.example.com";

    @RolesAllowed("editor")
    private static class Edited {}

    private static final class Picky extends ServerEndpointConfig.Configurator {

        @Override
        public boolean checkOrigin(String origin) {
            return !origin.equals(REFUSED);
        }
    }

    final HubEndpoints endpoints = new HubEndpoints();
    final List<HubConnection> admitted = new ArrayList<>();
    Container container = () -> admitted.add(Admission.take().open(new FakeTransport()).connection());
    int passedOn;

    private final HubThreads threads = new HubThreads(FilterInTest::thread, 1, 1);

    private final HubServletFilter filter = new HubServletFilter(endpoints, Set.of("editor", "admin"), () -> Runnable::run);

    /**
     * With the hubs {@code /chat} for everybody, {@code /rooms/{room}} too, {@code /edit} for editors, {@code /sockets} for WebSockets
     * alone and without stateful reconnect, {@code /events} for the others alone, {@code /lasting} whose connections outlive sessions, and
     * {@code /picky} whose author refuses {@link #REFUSED}.
     */
    FilterInTest(String... allowedOrigins) {
        add("/chat", AccessRule.everybody(), allowedOrigins);
        add("/rooms/{room}", AccessRule.everybody(), allowedOrigins);
        add("/edit", EDITORS, allowedOrigins);
        add("/sockets", AccessRule.everybody(),
                new TransportOptions(Set.of(TransportType.WEB_SOCKETS), A_MINUTE, false, 0, true), allowedOrigins);
        add("/events", AccessRule.everybody(),
                new TransportOptions(Set.of(TransportType.SERVER_SENT_EVENTS, TransportType.LONG_POLLING), A_MINUTE, true, 0, true),
                allowedOrigins);
        add("/modern", AccessRule.everybody(),
                new TransportOptions(TransportOptions.DEFAULTS.transports(), A_MINUTE, true, 1, true), allowedOrigins);
        add("/lasting", AccessRule.everybody(),
                new TransportOptions(TransportOptions.DEFAULTS.transports(), A_MINUTE, true, 0, false), allowedOrigins);
        add("/picky", AccessRule.everybody(), TransportOptions.DEFAULTS, new Picky(), allowedOrigins);
    }

    private void add(String path, AccessRule access, String... allowedOrigins) {
        add(path, access, new TransportOptions(TransportOptions.DEFAULTS.transports(), A_MINUTE, true, 0, true), allowedOrigins);
    }

    private void add(String path, AccessRule access, TransportOptions options, String... allowedOrigins) {
        add(path, access, options, new ServerEndpointConfig.Configurator(), allowedOrigins);
    }

    private void add(String path, AccessRule access, TransportOptions options, ServerEndpointConfig.Configurator configurator,
            String... allowedOrigins) {
        ServerEndpointConfig config = ServerEndpointConfig.Builder.create(Object.class, path).configurator(configurator).build();
        endpoints.addToContainer(new LocalHub(path, HubOptions.DEFAULTS, null, threads, List.of()), config, access,
                new OriginPolicy(Set.of(allowedOrigins)), options);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
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
