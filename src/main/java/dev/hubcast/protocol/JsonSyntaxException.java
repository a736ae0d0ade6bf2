package dev.hubcast.protocol;

/** Text that is no JSON, or not the JSON that was asked for. The message holds nothing of the text. */
final class JsonSyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JsonSyntaxException(String message) {
        super(message);
    }

    JsonSyntaxException(String message, Throwable cause) {
        super(message, cause);
    }
}
