package dev.hubcast.bench.micro;

import dev.hubcast.HubRequest;
import java.util.List;
import java.util.Map;

/**
 * The request of a connection that has none.
 */
final class NoRequest implements HubRequest {

    @Override
    public String path() {
        return "/hubs/echo";
    }

    @Override
    public Map<String, String> pathParameters() {
        return Map.of();
    }

    @Override
    public Map<String, List<String>> queryParameters() {
        return Map.of();
    }

    @Override
    public Map<String, List<String>> headers() {
        return Map.of();
    }

    @Override
    public Map<String, String> cookies() {
        return Map.of();
    }

    @Override
    public String remoteAddress() {
        return "127.0.0.1";
    }
}
