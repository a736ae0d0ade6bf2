/**
 * Hub messages and how they are written: the handshake, and each wire format as a {@link dev.hubcast.protocol.HubProtocol}.
 *
 * <p>Depends on the public API alone. A change to a format stays in this room.
 */
package dev.hubcast.protocol;
