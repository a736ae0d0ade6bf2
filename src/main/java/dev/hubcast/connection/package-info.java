/**
 * A connection's life, whatever its transport and protocol: handshake, outbox, keep-alive, end, and who is in which group.
 *
 * <p>A transport feeds a {@link dev.hubcast.connection.HubConnection} and implements {@link dev.hubcast.connection.Transport}; hub code
 * stands behind {@link dev.hubcast.connection.HubHandler}.
 */
package dev.hubcast.connection;
