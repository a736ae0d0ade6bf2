/**
 * What carries connections: the filter that answers before any upgrade, negotiation, and the container's WebSocket.
 *
 * <p>Rules of {@code TransportProtocols.md} as ASP.NET Core implements them.
 */
package dev.hubcast.transport;
