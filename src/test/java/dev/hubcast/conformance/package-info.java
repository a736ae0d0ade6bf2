/** Plays recorded exchanges with ASP.NET Core SignalR against a server and tells where its answers differ. */
package dev.hubcast.conformance;
