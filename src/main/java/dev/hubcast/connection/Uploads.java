package dev.hubcast.connection;

import dev.hubcast.HubException;
import dev.hubcast.protocol.ArgumentBindingException;
import dev.hubcast.protocol.HubMessage.Completion;
import dev.hubcast.protocol.HubMessage.StreamItem;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** The streams that a client uploads, by its ids for them. Safe for use by any number of threads. */
public final class Uploads {

    private static final String NOT_BOUND = "Failed to bind Stream message.";

    private final HubOptions options;
    private final Map<String, Open> byId = new ConcurrentHashMap<>();
    private volatile Throwable ended;

    private record Open(Upload upload, Type itemType) {}

    Uploads(HubOptions options) {
        this.options = options;
    }

    /**
     * Opens a stream. One with the same id hears no more of its client, as in the reference server, and is told so.
     *
     * @param streamId the client's id for it
     * @param itemType what each item is bound to
     * @param signals runs the subscriber's code
     * @param subscribed told that the stream has its subscriber
     * @return the stream
     */
    public Upload open(String streamId, Type itemType, Executor signals, Runnable subscribed) {
        Upload upload = new Upload(options.streamBufferCapacity(), signals, subscribed);
        Open before = byId.put(streamId, new Open(upload, itemType));
        if (before != null) {
            before.upload().end(new HubException("The client uses the id of this stream for another one."));
        }
        if (ended != null) {
            upload.end(ended);
        }
        return upload;
    }

    /**
     * The call that took the stream is over: what still comes is for nobody. Who listens all the same is told so, because what has come is
     * not all.
     *
     * @param streamId the client's id for the stream
     * @param upload the stream
     */
    public void close(String streamId, Upload upload) {
        byId.computeIfPresent(streamId, (id, open) -> open.upload() == upload ? null : open);
        upload.end(new CancellationException("The call that took this stream is over. Return a stage that completes behind the stream."));
    }

    /**
     * How many streams are open.
     *
     * @return those whose client may send more
     */
    public int count() {
        return byId.size();
    }

    /** An item has come: of an unknown stream it is skipped, and one that does not fit its type ends its stream. */
    CompletionStage<?> item(StreamItem item) {
        Open open = byId.get(item.invocationId());
        if (open == null) {
            return null;
        }
        Object value;
        try {
            value = item.item().bind(List.of(open.itemType()))[0];
        } catch (ArgumentBindingException e) {
            fail(item.invocationId(), open, e.getMessage());
            return null;
        }
        if (value == null) { // which a Flow.Subscriber cannot take (rule 2.13)
            fail(item.invocationId(), open, "An item is null.");
            return null;
        }
        return open.upload().add(value);
    }

    private void fail(String streamId, Open open, String detail) {
        byId.remove(streamId, open);
        open.upload().end(new HubException(
                options.detailedErrors() ? NOT_BOUND + " InvalidDataException: " + detail : NOT_BOUND));
    }

    /** Answers whether the completion was that of a stream. */
    boolean complete(Completion completion) {
        Open open = byId.remove(completion.invocationId());
        if (open == null) {
            return false;
        }
        open.upload().end(completion.error() == null ? null : new HubException(completion.error()));
        return true;
    }

    /** The connection has ended. */
    void end(Throwable why) {
        ended = why;
        byId.values().forEach(open -> open.upload().end(why));
        byId.clear();
    }
}
