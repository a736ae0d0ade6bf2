package dev.hubcast.bench.socket;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * From where to where a client connects.
 *
 * @param source the client's own address
 * @param server the server's address and port
 */
record Route(InetAddress source, InetSocketAddress server) {
}
