/** The hubs that recorded exchanges and other people's clients expect to find. */
package dev.hubcast.conformance;
