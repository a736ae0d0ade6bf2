package dev.hubcast;

import java.util.List;
import java.util.Map;

/**
 * The HTTP request that opened a connection, copied when it arrived: immutable, safe for use by any number of threads. No method
 * returns null unless it says so.
 */
public interface HubRequest {

    /**
     * The path within the application.
     *
     * @return the decoded path, such as {@code /hubs/chat}
     */
    String path();

    /**
     * What the request's path had where {@link jakarta.websocket.server.ServerEndpoint#value()} has variables.
     *
     * @return decoded values by variable name, empty for a path without variables
     */
    Map<String, String> pathParameters();

    /**
     * The parameters of the query string, without {@code id} and {@code access_token}, which are secrets of the connection.
     *
     * @return decoded values by name, in the order of the query
     */
    Map<String, List<String>> queryParameters();

    /**
     * The first value of a query parameter.
     *
     * @param name the parameter's name, exactly
     * @return the decoded value, null if there is none
     */
    default String queryParameter(String name) {
        return queryParameters().getOrDefault(name, List.of()).stream().findFirst().orElse(null);
    }

    /**
     * The request's headers.
     *
     * @return values by name; names are found without regard to case
     */
    Map<String, List<String>> headers();

    /**
     * The first value of a header.
     *
     * @param name the header's name, in any case
     * @return the value, null if there is none
     */
    default String header(String name) {
        return headers().getOrDefault(name, List.of()).stream().findFirst().orElse(null);
    }

    /**
     * The request's cookies.
     *
     * @return values by name
     */
    Map<String, String> cookies();

    /**
     * The address that the request came from, as {@code ServletRequest.getRemoteAddr()} tells it.
     *
     * @return the address
     */
    String remoteAddress();
}
