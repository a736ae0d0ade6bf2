package dev.hubcast.showcase.streams;

/**
 * What has come of a file.
 *
 * @param bytes how many bytes
 * @param sha256 their check sum, in hexadecimal digits
 */
public record Received(long bytes, String sha256) {}
