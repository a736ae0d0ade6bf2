package dev.hubcast.connection;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A client's calls that can be cancelled: by the client, if they have an id, and those that stream by the end of the connection. Safe for
 * use by any number of threads.
 */
public final class RunningCalls {

    private final int mostStreaming;
    private final Set<Runnable> streaming = ConcurrentHashMap.newKeySet();
    private final Map<String, Runnable> streams = new ConcurrentHashMap<>();
    private final Map<String, Runnable> calls = new ConcurrentHashMap<>();
    private volatile boolean ended;

    RunningCalls(int mostStreaming) {
        this.mostStreaming = mostStreaming;
    }

    /**
     * A call that streams, in either direction, begins. If the connection has ended the call is cancelled at once.
     *
     * @param cancellation cancels it; may be run by any thread, more than once
     * @return whether it may begin: no more than {@link HubOptions#maximumStreams()} do at a time
     */
    public boolean addStreaming(Runnable cancellation) {
        if (streaming.size() >= mostStreaming) { // calls of one connection begin one after another
            return false;
        }
        streaming.add(cancellation);
        if (ended) {
            cancellation.run();
        }
        return true;
    }

    /**
     * A call that streams is over.
     *
     * @param cancellation what {@link #addStreaming} was told
     */
    public void removeStreaming(Runnable cancellation) {
        streaming.remove(cancellation);
    }

    /**
     * A stream of results takes an id.
     *
     * @param invocationId the client's id for it
     * @param cancellation cancels it
     * @return whether the id is its own until {@link #removeStream}; false if it belongs to another one
     */
    public boolean addStream(String invocationId, Runnable cancellation) {
        return streams.putIfAbsent(invocationId, cancellation) == null;
    }

    /**
     * A stream of results is over.
     *
     * @param invocationId the client's id for it
     * @param cancellation what {@link #addStream} was told
     */
    public void removeStream(String invocationId, Runnable cancellation) {
        streams.remove(invocationId, cancellation);
    }

    /**
     * A call with one result can be cancelled from now on. Of several with the same id the first one can.
     *
     * @param invocationId the client's id for it, null for a call that nobody can name
     * @param cancellation cancels it
     */
    public void addCall(String invocationId, Runnable cancellation) {
        if (invocationId != null) {
            calls.putIfAbsent(invocationId, cancellation);
        }
    }

    /**
     * A call with one result is over.
     *
     * @param invocationId the client's id for it, may be null
     * @param cancellation what {@link #addCall} was told
     */
    public void removeCall(String invocationId, Runnable cancellation) {
        if (invocationId != null) {
            calls.remove(invocationId, cancellation);
        }
    }

    /**
     * How many calls run that stream.
     *
     * @return those that are not over
     */
    public int streamingCount() {
        return streaming.size();
    }

    /** What cancels a call, null if there is none with this id. */
    Runnable cancellation(String invocationId) {
        Runnable stream = streams.get(invocationId);
        return stream != null ? stream : calls.get(invocationId);
    }

    /** The connection has ended. */
    void end() {
        ended = true;
        streaming.forEach(Runnable::run);
    }
}
