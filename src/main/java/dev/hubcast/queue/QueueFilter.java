package dev.hubcast.queue;

import dev.hubcast.HubRequest;
import dev.hubcast.Join;
import dev.hubcast.security.ClientJoin;
import dev.hubcast.security.JoinPolicy;
import dev.hubcast.security.OriginPolicy;
import dev.hubcast.transport.ClientRequest;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/**
 * The queues' address: {@code GET <path>/{id}}. Until the application has used a queue, requests go on as if this was not there. Whether a
 * client may read is asked before it is looked whether there is such a queue, so that nobody learns by guessing.
 */
public final class QueueFilter implements Filter {

    private final String path;
    private final OriginPolicy origins;
    private final Set<String> declaredRoles;
    private volatile Opened opened;

    private record Opened(LocalQueues queues, JoinPolicy joins) {}

    /**
     * A filter.
     *
     * @param path where queues are, within the application, such as {@code /queues}
     * @param origins which pages may read
     * @param declaredRoles the roles that each caller is asked for
     */
    public QueueFilter(String path, OriginPolicy origins, Set<String> declaredRoles) {
        this.path = path;
        this.origins = origins;
        this.declaredRoles = Set.copyOf(declaredRoles);
    }

    /**
     * Lets requests in.
     *
     * @param queues what they can read
     * @param joins who may
     */
    public void open(LocalQueues queues, JoinPolicy joins) {
        opened = new Opened(queues, joins);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
        Opened now = opened;
        HttpServletRequest http = (HttpServletRequest) request;
        String encodedId = now == null ? "" : encodedId(http);
        if (encodedId.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            answer(now, encodedId, http, (HttpServletResponse) response);
        }
    }

    private void answer(Opened now, String encodedId, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ClientRequest client = new ClientRequest(request, response);
        if (!client.mayCome(origins)) {
            client.answer(HttpServletResponse.SC_FORBIDDEN,
                    "Pages of this origin may not read queues. Name it in hubcast.queues.allowed-origins.");
            return;
        }
        client.letRead(origins);
        switch (request.getMethod()) {
            case "OPTIONS" -> client.answer(HttpServletResponse.SC_NO_CONTENT, "");
            case "GET" -> read(now, encodedId, client, request, response);
            default -> {
                response.setHeader("Allow", "GET, OPTIONS");
                client.answer(HttpServletResponse.SC_METHOD_NOT_ALLOWED, "");
            }
        }
    }

    private void read(Opened now, String encodedId, ClientRequest client, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String id;
        HubRequest copy;
        try {
            id = URLDecoder.decode(encodedId.replace("+", "%2B"), StandardCharsets.UTF_8);
            copy = client.copy(Map.of());
        } catch (IllegalArgumentException e) {
            client.answer(HttpServletResponse.SC_BAD_REQUEST, "The address is not well encoded");
            return;
        }
        if (now.joins().admits(ClientJoin.of(new Join.Queue(id), client.caller(declaredRoles), copy))) {
            now.queues().stream(id, request, response);
        } else {
            client.answer(HttpServletResponse.SC_FORBIDDEN, "Forbidden");
        }
    }

    /**
     * The id behind the path, empty for none. It is read from the raw address, because servers do not agree on what they decode: an encoded
     * slash is left as it is by Undertow.
     */
    private String encodedId(HttpServletRequest request) {
        String raw = request.getRequestURI();
        String prefix = request.getContextPath() + path + "/";
        if (!raw.startsWith(prefix)) {
            return "";
        }
        int parameters = raw.indexOf(';', prefix.length()); // a session id that the server wrote into the address
        return raw.substring(prefix.length(), parameters < 0 ? raw.length() : parameters);
    }
}
