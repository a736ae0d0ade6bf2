package dev.hubcast.showcase.streams;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Adds up a file that comes in pieces, one after another; it keeps none of them. */
final class CheckSum {

    private final MessageDigest soFar;
    private long bytes;

    CheckSum() {
        try {
            soFar = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Adds a piece; tells what all pieces make up to now. */
    Received add(byte[] piece) {
        bytes += piece.length;
        soFar.update(piece);
        try {
            return new Received(bytes, HexFormat.of().formatHex(((MessageDigest) soFar.clone()).digest()));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The JDK's own SHA-256 can be cloned", e);
        }
    }
}
