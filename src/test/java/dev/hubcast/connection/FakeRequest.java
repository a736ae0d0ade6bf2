package dev.hubcast.connection;

import dev.hubcast.HubRequest;
import java.util.List;
import java.util.Map;

/** A request without anything in it. */
record FakeRequest() implements HubRequest {

    @Override
    public String path() {
        return "/hubs/test";
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
        return "192.0.2.1";
    }
}
