/**
 * What the author of a hub imports, and nothing else.
 *
 * <p>{@link dev.hubcast.Hub} marks the class, {@link dev.hubcast.HubCaller} is who calls it, {@link dev.hubcast.HubContext} sends.
 * Rules of the wire are those of SignalR's hub protocol ({@code HubProtocol.md}) and transport protocol
 * ({@code TransportProtocols.md}) as ASP.NET Core implements them.
 */
package dev.hubcast;
