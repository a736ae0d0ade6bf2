package dev.hubcast.transport;

import dev.hubcast.connection.Feed;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What a client sends over Server-Sent Events or long polling: the bodies of its POST requests are one stream of bytes, in the order in
 * which the requests came. A request waits for its turn, and for room, without a thread.
 */
final class Posts {

    private static final Logger LOG = System.getLogger(Posts.class.getName());
    private static final ReadBuffers BUFFERS = new ReadBuffers();
    private static final int OK = HttpServletResponse.SC_OK;
    private static final int BROKEN_OFF = HttpServletResponse.SC_BAD_REQUEST;
    private static final int GONE = HttpServletResponse.SC_NOT_FOUND;

    private final Feed feed;
    /** Whose turn it is comes first. */
    private final Deque<Post> waiting = new ArrayDeque<>();
    private boolean ended;

    /** Takes requests for a connection as long as it lasts. */
    Posts(Feed feed) {
        this.feed = feed;
        feed.connection().aborted().thenRun(this::end);
    }

    /** Takes a request, which is answered when its body is with the connection. */
    void take(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Post post = new Post(request, response);
        boolean late;
        synchronized (this) {
            late = ended;
            if (!late) {
                waiting.add(post);
            }
        }
        if (late) {
            post.answer(GONE);
        } else {
            post.begin();
        }
    }

    private synchronized boolean isTurnOf(Post post) {
        return waiting.peek() == post;
    }

    private void done(Post post, int status) {
        Post next;
        synchronized (this) {
            waiting.remove(post);
            next = waiting.peek();
        }
        post.answer(status);
        if (next != null) {
            next.pump();
        }
    }

    /** The connection is over: what waits will not be heard. What it was hearing ended it, perhaps, and that is not the request's failure. */
    private void end() {
        Deque<Post> unheard;
        synchronized (this) {
            ended = true;
            unheard = new ArrayDeque<>(waiting);
            waiting.clear();
        }
        unheard.forEach(post -> post.answer(post.isBeingHeard() ? OK : GONE));
    }

    /** Why reading stopped. */
    private enum Stop {
        EMPTY, FULL, WHOLE, BROKEN
    }

    /** One request. Answers have no body: they may be given on an I/O thread, where Undertow writes none. */
    private final class Post implements ReadListener, AsyncListener {

        private final HttpServletResponse response;
        private final ServletInputStream in;
        private final AsyncContext async;
        /** Whether the server has called; another request's end may give this one its turn before that. */
        private boolean called;
        private boolean full;
        private boolean beingHeard;
        private boolean answered;

        Post(HttpServletRequest request, HttpServletResponse response) throws IOException {
            this.response = response;
            this.in = request.getInputStream();
            this.async = request.startAsync();
            async.setTimeout(0);
        }

        /** The connection's end may have been faster, and then there is nothing asynchronous any more. */
        synchronized void begin() {
            if (!answered) {
                async.addListener(this);
                in.setReadListener(this);
            }
        }

        /** Reads what there is, when it is its turn. The server's thread and one that made room may both come. */
        void pump() {
            if (!isTurnOf(this)) {
                return;
            }
            switch (readOn()) {
                case FULL -> feed.whenRoom(this::roomAgain); // outside of the monitor, because it may come back at once
                case WHOLE -> done(this, OK);
                case BROKEN -> done(this, BROKEN_OFF);
                default -> { } // the server calls when there is more
            }
        }

        private synchronized boolean isBeingHeard() {
            return beingHeard;
        }

        private void roomAgain() {
            synchronized (this) {
                full = false;
            }
            pump();
        }

        private synchronized Stop readOn() {
            if (!called || full || answered) {
                return Stop.EMPTY;
            }
            byte[] buffer = BUFFERS.take();
            try {
                while (!full) {
                    if (isReadToItsEnd()) { // asked first: asked whether it is ready, Payara calls back, and then the request may be over
                        return Stop.WHOLE;
                    }
                    if (!in.isReady()) {
                        return Stop.EMPTY;
                    }
                    int count = in.read(buffer);
                    if (count < 0) {
                        return Stop.WHOLE;
                    }
                    beingHeard = true;
                    full = !feed.received(buffer, 0, count);
                }
                return Stop.FULL;
            } catch (IOException | RuntimeException e) {
                LOG.log(Level.DEBUG, () -> feed + ": a POST broke off", e);
                return Stop.BROKEN;
            } finally {
                BUFFERS.giveBack(buffer);
            }
        }

        /** To Payara a body is finished when it has come, read or not. */
        private boolean isReadToItsEnd() throws IOException {
            return in.isFinished() && in.available() == 0;
        }

        @Override
        public void onDataAvailable() {
            serverCalls();
        }

        private void serverCalls() {
            synchronized (this) {
                called = true;
            }
            pump();
        }

        /** Payara says so when all has come, even to one that waits for its turn or for room and has not read it. */
        @Override
        public void onAllDataRead() {
            serverCalls();
        }

        @Override
        public void onError(Throwable failure) {
            LOG.log(Level.DEBUG, () -> feed + ": a POST broke off", failure);
            done(this, BROKEN_OFF);
        }

        void answer(int status) {
            synchronized (this) {
                if (answered) {
                    return;
                }
                answered = true;
            }
            response.setStatus(status);
            response.setContentType("text/plain");
            response.setContentLength(0);
            try {
                async.complete();
            } catch (IllegalStateException e) { // the server was first
                LOG.log(Level.DEBUG, "The server ended a request itself", e);
            }
        }

        @Override
        public void onComplete(AsyncEvent event) {
            done(this, BROKEN_OFF);
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            onError(new IOException("The server lost patience, although it was asked to have it."));
        }

        @Override
        public void onError(AsyncEvent event) {
            onError(event.getThrowable());
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // nobody starts it again
        }
    }
}
