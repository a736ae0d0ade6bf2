/**
 * What the official clients' functional tests expect of the server that they are pointed at: hubs, a raw connection, tokens, redirects, and
 * other answers to plain requests.
 */
package dev.hubcast.conformance.functional;
