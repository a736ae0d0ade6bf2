package dev.hubcast.transport;

import dev.hubcast.connection.HttpSessions;
import dev.hubcast.connection.LocalHub;
import dev.hubcast.security.AccessRule;
import dev.hubcast.security.OriginPolicy;
import java.util.function.Predicate;

/**
 * A hub as requests see it.
 *
 * @param hub its connections
 * @param path its path or path template
 * @param access who may connect
 * @param origins which pages may connect
 * @param authorsOrigins which of them the author's configurator lets connect
 * @param options how its clients may connect
 * @param upgrade how its WebSockets come about
 * @param negotiations its negotiated connections: a token opens the hub that it was negotiated at and no other
 * @param sessions the application's sessions, with which connections end
 */
record HubEndpoint(LocalHub hub, PathTemplate path, AccessRule access, OriginPolicy origins, Predicate<String> authorsOrigins,
        TransportOptions options, WebSocketUpgrade upgrade, Negotiations negotiations, HttpSessions sessions) {}
