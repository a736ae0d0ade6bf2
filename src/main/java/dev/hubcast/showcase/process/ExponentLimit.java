package dev.hubcast.showcase.process;

import jakarta.ws.rs.BadRequestException;

/** The last exponent that somebody wants to be tried, as they wrote it in a request. */
public final class ExponentLimit {

    private static final int SMALLEST = 2;
    private static final int GREATEST = 3300;

    private final int value;

    /**
     * Reads a parameter.
     *
     * @throws BadRequestException if it is no number, or a process of that size would be too short or too long
     */
    public ExponentLimit(String text) {
        try {
            value = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new BadRequestException(e);
        }
        if (value < SMALLEST || value > GREATEST) {
            throw new BadRequestException("%d is not between %d and %d".formatted(value, SMALLEST, GREATEST));
        }
    }

    int value() {
        return value;
    }
}
