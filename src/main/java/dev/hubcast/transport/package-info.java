/**
 * What carries connections: the filter that answers before any upgrade, negotiation, WebSockets (Hubcast's own and the container's),
 * Server-Sent Events and long polling.
 *
 * <p>Rules of {@code TransportProtocols.md} as ASP.NET Core implements them.
 */
package dev.hubcast.transport;
