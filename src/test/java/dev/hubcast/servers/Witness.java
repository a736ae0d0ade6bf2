package dev.hubcast.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Answers whatever it reads with a line about the thread that a server reads on. */
public class Witness implements HttpUpgradeHandler {

    private BeanManager beans;
    private ServletInputStream in;
    private ServletOutputStream out;

    void asks(BeanManager manager) {
        beans = manager;
    }

    @Override
    public void init(WebConnection connection) {
        try {
            in = connection.getInputStream();
            out = connection.getOutputStream();
            out.setWriteListener(new Writer());
            in.setReadListener(new Reader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void destroy() {
        // it has nothing
    }

    private void tell() throws IOException {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        byte[] line = "thread=%s; application=%s; request=%s%n".formatted(
                Thread.currentThread().getName(), loader == Witness.class.getClassLoader(), isRequestScopeActive()).getBytes(UTF_8);
        if (out.isReady()) {
            out.write(line);
            out.flush();
        }
    }

    private boolean isRequestScopeActive() {
        try {
            return beans.getContext(RequestScoped.class).isActive();
        } catch (ContextNotActiveException e) {
            return false;
        }
    }

    private final class Reader implements ReadListener {

        @Override
        public void onDataAvailable() throws IOException {
            byte[] buffer = new byte[64];
            int count = 0;
            while (in.isReady() && in.read(buffer) > 0) {
                count++;
            }
            if (count > 0) {
                tell();
            }
        }

        @Override
        public void onAllDataRead() {
            // the test ends
        }

        @Override
        public void onError(Throwable failure) {
            // the test ends
        }
    }

    private static final class Writer implements WriteListener {

        @Override
        public void onWritePossible() {
            // the first read is early enough
        }

        @Override
        public void onError(Throwable failure) {
            // the test ends
        }
    }
}
