package dev.hubcast.itest;

import java.nio.file.Path;

/**
 * Where a server of a test's own is at home.
 *
 * @param port where it listens, on this machine only
 * @param managementPort where it is told what to do, if it has such a place
 * @param folder an empty one, for what it needs
 */
record Seat(int port, int managementPort, Path folder) {}
