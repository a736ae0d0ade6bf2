package dev.hubcast.bench.scenario;

import dev.hubcast.bench.wire.Wire;
import java.net.URI;

/**
 * A server that is measured.
 *
 * @param name how the report calls it
 * @param wire how to talk to it
 * @param url its address
 * @param pid its process
 */
public record Server(String name, Wire wire, URI url, long pid) {

    /**
     * Reads {@code name=wire,url,pid}.
     *
     * @param text what the user wrote
     * @return the server
     */
    public static Server parse(String text) {
        int equals = text.indexOf('=');
        int afterWire = text.indexOf(',', equals);
        int beforePid = text.lastIndexOf(',');
        if (equals < 1 || afterWire < 0 || beforePid == afterWire) {
            throw new IllegalArgumentException("'" + text + "' is not name=wire,url,pid");
        }
        Wire wire = Wire.named(text.substring(equals + 1, afterWire));
        URI url = URI.create(text.substring(afterWire + 1, beforePid));
        if (!wire.carrier().scheme().equals(url.getScheme()) || url.getPort() < 0) {
            throw new IllegalArgumentException("'" + url + "' is not " + wire.carrier().scheme() + "://host:port/path");
        }
        return new Server(text.substring(0, equals), wire, url,
                Long.parseLong(text.substring(beforePid + 1)));
    }
}
