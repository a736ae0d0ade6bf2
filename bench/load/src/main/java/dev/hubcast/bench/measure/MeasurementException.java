package dev.hubcast.bench.measure;

/**
 * Says that a scenario could not be measured, and why.
 */
public final class MeasurementException extends RuntimeException {

    /**
     * Makes an exception.
     *
     * @param message what the report says instead of numbers
     */
    public MeasurementException(String message) {
        super(message);
    }
}
