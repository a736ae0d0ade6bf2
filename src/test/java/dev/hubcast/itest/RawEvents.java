package dev.hubcast.itest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Reads a body as a stream of events, strictly: each line ends with CR LF, a blank follows each colon, and no field is unknown. */
final class RawEvents {

    private static final String LINE_END = "\r\n";

    private final RawBody body;
    private final StringBuilder undecoded = new StringBuilder();
    private final Map<String, String> fields = new HashMap<>();

    RawEvents(RawBody body) {
        this.body = body;
    }

    /** Null at the end of the stream; a wait that fails takes nothing. */
    ServerEvent next(Deadline deadline) throws IOException {
        for (String line = nextLine(deadline); line != null; line = nextLine(deadline)) {
            if (line.isEmpty() && fields.containsKey("data")) {
                ServerEvent event = new ServerEvent(fields.get("id"), fields.get("event"), fields.get("data"));
                fields.clear();
                return event;
            }
            if (!line.isEmpty() && line.charAt(0) != ':') {
                take(line);
            }
        }
        return null;
    }

    private void take(String line) {
        int colon = line.indexOf(": ");
        String name = colon < 0 ? line : line.substring(0, colon);
        switch (name) {
            case "data" -> fields.merge(name, line.substring(colon + 2), (before, more) -> before + "\n" + more);
            case "id", "event", "retry" -> fields.put(name, line.substring(colon + 2));
            default -> throw new AssertionError("Expected a field or a comment in the stream of events; seen: " + line);
        }
    }

    private String nextLine(Deadline deadline) throws IOException {
        int from = 0;
        for (int end = undecoded.indexOf(LINE_END, from); ; end = undecoded.indexOf(LINE_END, from)) {
            if (end >= 0) {
                String line = undecoded.substring(0, end);
                undecoded.delete(0, end + LINE_END.length());
                return new String(line.getBytes(ISO_8859_1), UTF_8);
            }
            from = Math.max(0, undecoded.length() - 1);
            byte[] bytes = body.next(deadline);
            if (bytes.length == 0) {
                return null;
            }
            undecoded.append(new String(bytes, ISO_8859_1));
        }
    }
}
