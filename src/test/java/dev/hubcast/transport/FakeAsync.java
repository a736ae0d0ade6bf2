package dev.hubcast.transport;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A request that waits, as a server would show it, and its response. */
public final class FakeAsync {

    final FakeInput in = new FakeInput();
    public final FakeOutput out = new FakeOutput(FakeOutput.Server.PAYARA);

    private final Map<String, String> requestHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Object> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final AsyncContext async = proxy(AsyncContext.class, this::async);
    private AsyncListener listener;
    private Interlude interlude = () -> { };
    private int status;
    private boolean started;
    private int completed;

    /** The request carries a header. */
    public FakeAsync with(String name, String value) {
        requestHeaders.put(name, value);
        return this;
    }

    public synchronized int status() {
        return status;
    }

    public synchronized Object header(String name) {
        return headers.get(name);
    }

    public String body() {
        return String.join("", out.written());
    }

    public synchronized boolean isWaiting() {
        return started && completed == 0;
    }

    public synchronized boolean isOver() {
        return completed == 1;
    }

    public interface Interlude {

        void run() throws IOException;
    }

    /** What happens while the request is taken, after it has become asynchronous and before anybody reads it. */
    FakeAsync meanwhile(Interlude happens) {
        interlude = happens;
        return this;
    }

    /** The server notices that the client is gone. */
    public void breakWith(IOException failure) throws IOException {
        listener.onError(new AsyncEvent(async, failure));
    }

    public HttpServletRequest request() {
        return proxy(HttpServletRequest.class, (name, arguments) -> switch (name) {
            case "startAsync" -> start();
            case "isAsyncStarted" -> isStarted();
            case "getAsyncContext" -> async;
            case "getInputStream" -> in;
            case "getHeader" -> requestHeaders.get((String) arguments[0]);
            case "getHeaders" -> Collections.enumeration(List.of());
            default -> throw new UnsupportedOperationException(name);
        });
    }

    private synchronized AsyncContext start() {
        started = true;
        return async;
    }

    private synchronized boolean isStarted() {
        return started;
    }

    private Object async(String name, Object[] arguments) throws IOException {
        switch (name) {
            case "getRequest" -> {
                return request();
            }
            case "getResponse" -> {
                return response();
            }
            case "setTimeout" -> { }
            case "addListener" -> {
                listener = (AsyncListener) arguments[0];
                interlude.run();
            }
            case "complete" -> complete();
            default -> throw new UnsupportedOperationException(name);
        }
        return null;
    }

    private void complete() throws IOException {
        synchronized (this) {
            if (++completed > 1) {
                throw new IllegalStateException("Completed twice.");
            }
        }
        if (listener != null) {
            listener.onComplete(new AsyncEvent(async));
        }
    }

    public HttpServletResponse response() {
        return proxy(HttpServletResponse.class, (name, arguments) -> {
            switch (name) {
                case "getOutputStream" -> {
                    return out;
                }
                case "setStatus" -> setStatus((int) arguments[0]);
                case "setBufferSize", "flushBuffer" -> { }
                case "isCommitted" -> {
                    return false;
                }
                case "setHeader" -> setHeader((String) arguments[0], arguments[1]);
                case "setContentType" -> setHeader("Content-Type", arguments[0]);
                case "setContentLength" -> setHeader("Content-Length", arguments[0]);
                default -> throw new UnsupportedOperationException(name);
            }
            return null;
        });
    }

    private synchronized void setStatus(int told) {
        status = told;
    }

    private synchronized void setHeader(String name, Object value) {
        headers.put(name, value);
    }

    private interface Calls {

        Object take(String name, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Calls calls) {
        return type.cast(Proxy.newProxyInstance(FakeAsync.class.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) ->
                called.getName().equals("toString") ? "fake " + type.getSimpleName() : calls.take(called.getName(), arguments)));
    }
}
