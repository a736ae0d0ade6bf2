package dev.hubcast.protocol;

/**
 * A wire format of the hub protocol. Implementations are safe for use by any number of threads.
 *
 * <p>Hubcast speaks JSON and MessagePack. An application may add formats: a CDI bean of this interface, in any scope that outlives
 * requests, with a name that no other has, is one that clients may ask for at all hubs.
 */
public interface HubProtocol {

    /**
     * The name by which a client asks for the format in its handshake.
     *
     * @return the name
     */
    String name();

    /**
     * Whether records are bytes rather than text.
     *
     * @return whether a WebSocket sends them as binary messages
     */
    boolean binary();

    /**
     * Finds the end of the first record.
     *
     * @param bytes received bytes
     * @param from where the record begins; of a text record, any place in it, so that its parts are looked at once
     * @param to where the received bytes end
     * @return the index after the record and its framing, which is greater than {@code to} if the record says so before it is complete;
     *         -1 if there is no telling yet
     * @throws ProtocolException if no record can begin like this
     */
    int endOfRecord(byte[] bytes, int from, int to);

    /**
     * Reads one record.
     *
     * @param bytes received bytes
     * @param from where the record begins
     * @param end what {@link #endOfRecord} answered
     * @return the message; its arguments may refer to a copy, never to {@code bytes}
     * @throws ProtocolException if the record breaks the protocol's rules
     */
    HubMessage read(byte[] bytes, int from, int end);

    /**
     * Writes one record.
     *
     * @param message the message
     * @return the record
     * @throws IllegalArgumentException if an argument or a result cannot be serialised
     */
    Payload write(HubMessage message);
}
