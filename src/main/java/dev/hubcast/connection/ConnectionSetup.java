package dev.hubcast.connection;

import dev.hubcast.HubRequest;
import dev.hubcast.security.CallerIdentity;
import java.util.concurrent.Executor;

/**
 * What is known of a connection before its first byte.
 *
 * @param connectionId its public id
 * @param identity who opens it
 * @param request the request that opens it
 * @param context runs a task in the calling thread, in the context of that request; used by one thread at a time
 */
public record ConnectionSetup(String connectionId, CallerIdentity identity, HubRequest request, Executor context) {}
