package dev.hubcast;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Queues of messages that clients read as plain Server-Sent Events, injectable in any bean. No hub and no library is needed: a listener is
 * an {@code EventSource} in a page, or {@code curl -N}, on {@code GET …/queues/{id}} of the application.
 *
 * <pre>{@code
 * @Inject EventQueues queues;
 *
 * queues.open(id);                        // so that a listener may come before the first message
 * queues.enqueue(id, "half done");        // text as it is
 * queues.enqueue(id, new Progress(75));   // anything else as JSON
 * queues.close(id);                       // sends ---terminate---, which ends the stream
 * }</pre>
 *
 * <pre>{@code
 * const source = new EventSource("queues/" + encodeURIComponent(id));
 * source.onmessage = event => event.data === "---terminate---" ? source.close() : show(event.data);
 * }</pre>
 *
 * <p><b>Ids.</b> A queue is named by any object whose {@link Object#toString()} tells it from others; two ids of the same text are the same
 * queue. In an address the text is percent-encoded. A secret, such as a random UUID, is the best id. Do not use an id again.
 *
 * <p><b>Order.</b> First in, first out. Messages of one thread keep their order, and those of one {@code enqueueAll} follow each other.
 *
 * <p><b>Once.</b> Each message is an event with an id. It is kept until a listener that comes back confirms its id, or a later one, by
 * {@code Last-Event-ID}, as {@code EventSource} does by itself: a listener that was dropped goes on behind the last event that it got. One
 * that names no id, or one that this queue has not sent, has confirmed nothing, and gets all that is kept. A queue has one listener: a second
 * one takes over, and the first gets an event of type {@code taken-over}, which has a browser stay away, and the end of its stream.
 *
 * <p><b>Bounds.</b> A queue keeps {@code hubcast.queues.message-limit} messages (10,000), sent or not, of together
 * {@code hubcast.queues.size-limit} bytes (1 MiB); past that the oldest go, first those that were sent. A message that was sent goes after
 * {@code hubcast.queues.retention} (5 minutes) at the latest. A listener that misses messages for these reasons gets an event of type
 * {@code gap}, whose data is their number. A queue that nobody has read for as long is gone, and so is, when
 * {@code hubcast.queues.unread-limit} (1,000) others are not read either, the one that has been left alone longest; then its address answers
 * with 404. Queues live in the memory of one server.
 *
 * <p><b>Closing.</b> The last message of a queue is {@link #TERMINATE}; behind it the stream ends. A listener that comes back behind it gets
 * 204, by which {@code EventSource} ends; anybody later gets 404, as for a queue that never was.
 *
 * <p><b>Who may read.</b> At its address the application's {@link JoinGuard} decides; without one nobody may (403), nor may pages of other
 * origins than those in {@code hubcast.queues.allowed-origins}, or else {@code hubcast.allowed-origins}. The address is
 * {@code hubcast.queues.path} ({@code /queues}) within the application; {@code none} switches it off. {@link #stream} serves a queue
 * anywhere else.
 *
 * <p>Safe for use by any number of threads, with or without a request. No method waits for a listener, nor for the end of a transaction: what
 * is enqueued in one that is rolled back stays. Null arguments throw {@link NullPointerException}, an id without text
 * {@link IllegalArgumentException}.
 */
public interface EventQueues {

    /** The text of a closed queue's last message. An application's own message of this text reads the same. */
    String TERMINATE = "---terminate---";

    /**
     * Makes a queue, so that its listener may come before its first message. Nothing happens if there is one.
     *
     * @param queueId the queue
     * @return whether it was made now
     */
    boolean open(Object queueId);

    /**
     * Puts a message into a queue, which is made if there is none.
     *
     * @param queueId the queue
     * @param message a {@link CharSequence} as it is, any end of a line arriving as {@code \n}; anything else as hub messages write it
     * @return false if the queue is closed, so that nobody will read the message
     * @throws IllegalArgumentException if it cannot be written as JSON, or is larger than a queue may be
     */
    boolean enqueue(Object queueId, Object message);

    /**
     * Puts messages into a queue, one behind the other, which is made if there is none. If one of them cannot be written, none is.
     *
     * @param queueId the queue
     * @param messages what {@link #enqueue} takes
     * @return false if the queue is closed, so that nobody will read the messages
     * @throws IllegalArgumentException if one of them cannot be written as JSON, or is larger than a queue may be
     */
    boolean enqueueAll(Object queueId, Iterable<?> messages);

    /**
     * Puts messages into every queue that there is and that is not closed. If one of them cannot be written, none is.
     *
     * @param messages what {@link #enqueue} takes
     * @throws IllegalArgumentException if one of them cannot be written as JSON, or is larger than a queue may be
     */
    void enqueueAll(Iterable<?> messages);

    /**
     * Closes a queue behind what is in it: {@link #TERMINATE} is its last message. Closing twice, or what is not there, is no error.
     *
     * @param queueId the queue
     */
    void close(Object queueId);

    /**
     * Answers a request with a queue's stream, or with 404 or 204, and returns at once. To be called by the application's own servlet, which
     * has to support asynchronous requests, or Jakarta REST resource, whose method takes an {@code @Suspended AsyncResponse} so that
     * Jakarta REST leaves the response alone. Neither the guard nor the page's origin is asked: the application has decided.
     *
     * @param queueId the queue
     * @param request the request
     * @param response its response, of which nothing is written
     * @throws IOException if the client is gone
     * @throws IllegalStateException if the response is written already, or the request cannot be asynchronous
     */
    void stream(Object queueId, HttpServletRequest request, HttpServletResponse response) throws IOException;
}
