package dev.hubcast.transport;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What a filter answered. */
public final class FakeResponse {

    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status;

    public int status() {
        return status;
    }

    public String body() {
        return body.toString(StandardCharsets.UTF_8);
    }

    public Map<String, String> headers() {
        return new LinkedHashMap<>(headers);
    }

    public String header(String name) {
        return headers.get(name);
    }

    public HttpServletResponse toServlet() {
        return (HttpServletResponse) Proxy.newProxyInstance(FakeResponse.class.getClassLoader(), new Class<?>[] {HttpServletResponse.class},
                (proxy, called, arguments) -> take(called, arguments));
    }

    private Object take(Method called, Object[] arguments) {
        switch (called.getName()) {
            case "setStatus" -> status = (int) arguments[0];
            case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
            case "addHeader" -> headers.merge((String) arguments[0], (String) arguments[1], (one, more) -> one + ", " + more);
            case "setContentType" -> headers.put("Content-Type", (String) arguments[0]);
            case "setContentLength" -> headers.put("Content-Length", arguments[0].toString());
            case "getOutputStream" -> {
                return new Body();
            }
            case "isCommitted" -> {
                return false;
            }
            case "flushBuffer" -> { }
            default -> throw new UnsupportedOperationException(called.toString());
        }
        return null;
    }

    private final class Body extends ServletOutputStream {

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(int each) {
            body.write(each);
        }
    }
}
