package dev.hubcast.itest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * An HTTP request as it goes over the wire: every header may be wrong, doubled or missing.
 *
 * <p>{@code Host} and {@code Connection: close} are there until they are taken out.
 */
public final class RawRequest {

    private record Header(String name, String value) {}

    /** What is left of a request that has been answered: the connection, behind the head of the answer. */
    record Opened(Wire wire, HttpAnswer answer) {}

    private final String method;
    private final URI uri;
    private final List<Header> headers = new ArrayList<>();
    private String version = "HTTP/1.1";
    private byte[] body = {};
    private int receiveBuffer;

    private RawRequest(String method, URI uri) {
        this.method = method;
        this.uri = uri;
        header("Host", uri.getAuthority()).header("Connection", "close");
    }

    /**
     * A request, not yet sent.
     *
     * @param method any text
     * @param uri where to, {@code http} or {@code ws}
     * @return the request
     */
    public static RawRequest of(String method, URI uri) {
        return new RawRequest(method, uri);
    }

    /**
     * Adds a header; one of the same name stays.
     *
     * @param name any text
     * @param value any text
     * @return this
     */
    public RawRequest header(String name, String value) {
        headers.add(new Header(name, value));
        return this;
    }

    /**
     * Takes a header out, wherever it came from.
     *
     * @param name the header, in any case
     * @return this
     */
    public RawRequest without(String name) {
        headers.removeIf(header -> header.name().equalsIgnoreCase(name));
        return this;
    }

    /**
     * Gives the request a body and its length.
     *
     * @param text the body
     * @return this
     */
    public RawRequest body(String text) {
        body = text.getBytes(UTF_8);
        return without("Content-Length").header("Content-Length", String.valueOf(body.length));
    }

    /**
     * Sends bytes right behind the head: of a client that does not wait for an answer, or the beginning of a body that was announced.
     *
     * @param bytes of another length than the head tells, if it tells one
     * @return this
     */
    public RawRequest behind(byte[] bytes) {
        body = bytes;
        return this;
    }

    /**
     * Speaks another version of HTTP.
     *
     * @param text any text, {@code HTTP/1.1} if it is not called
     * @return this
     */
    public RawRequest version(String text) {
        version = text;
        return this;
    }

    /**
     * Where the request goes.
     *
     * @return the address, with its query
     */
    public URI uri() {
        return uri;
    }

    /**
     * Makes TCP push back early, for a client that will not read.
     *
     * @param bytes the size of the socket's receive buffer
     * @return this
     */
    public RawRequest receiveBuffer(int bytes) {
        receiveBuffer = bytes;
        return this;
    }

    /**
     * Sends the request and closes the connection when it is answered.
     *
     * @return the answer, whatever its status
     */
    public HttpAnswer send() {
        Deadline deadline = Deadline.in(Wire.PATIENCE);
        Opened opened = open();
        try (Wire wire = opened.wire()) {
            return opened.answer().withBodyFrom(wire, deadline);
        } catch (IOException e) {
            throw new AssertionError("Expected the body of an answer to " + this + "; seen: " + opened.answer(), e);
        }
    }

    /**
     * Sends the request and leaves its answer, or the rest of its body, for later.
     *
     * @return what is still to come
     */
    public RawExchange begin() {
        return RawExchange.begin(this);
    }

    Opened open() {
        Wire wire = null;
        try {
            wire = connect();
            wire.write(bytes());
            return new Opened(wire, HttpAnswer.ofHead(wire.takeHead(Deadline.in(Wire.PATIENCE))));
        } catch (IOException e) {
            String seen = wire == null ? "no connection" : wire.buffered() + " bytes";
            if (wire != null) {
                wire.close();
            }
            throw new AssertionError("Expected an answer to " + this + " within " + Wire.PATIENCE.toSeconds() + " s; seen: " + seen, e);
        }
    }

    Wire connect() throws IOException {
        return Wire.connect(uri, receiveBuffer);
    }

    @Override
    public String toString() {
        return method + " " + uri;
    }

    byte[] bytes() {
        StringBuilder head = new StringBuilder(method).append(' ').append(target()).append(' ').append(version).append("\r\n");
        headers.forEach(header -> head.append(header.name()).append(": ").append(header.value()).append("\r\n"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    private String target() {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
