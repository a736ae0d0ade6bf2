package dev.hubcast.connection;

import dev.hubcast.HubRequest;
import dev.hubcast.security.CallerIdentity;

/**
 * What is known of a connection before its first byte.
 *
 * @param connectionId its public id
 * @param identity who opens it
 * @param request the request that opens it
 * @param context runs a task in the calling thread, in the context of that request
 * @param statefulReconnect whether the client asked for stateful reconnect and may have it
 */
public record ConnectionSetup(
        String connectionId, CallerIdentity identity, HubRequest request, RequestContext context, boolean statefulReconnect) {

    /**
     * The same with a caller as a later request shows it.
     *
     * @param known the caller
     * @param itsContext the later request's context
     * @return what is known now
     */
    public ConnectionSetup with(CallerIdentity known, RequestContext itsContext) {
        return new ConnectionSetup(connectionId, known, request, itsContext, statefulReconnect);
    }
}
