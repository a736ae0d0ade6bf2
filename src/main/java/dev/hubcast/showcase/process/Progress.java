package dev.hubcast.showcase.process;

/**
 * How far a search has come.
 *
 * @param percent the part of the work that is done
 * @param exponent the one that was tried last
 * @param prime whether 2 to that power minus 1 is a prime
 * @param digits how many decimal digits that number has
 */
public record Progress(int percent, int exponent, boolean prime, int digits) {}
