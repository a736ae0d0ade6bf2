package dev.hubcast.showcase.process;

import java.math.BigInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Looks for Mersenne primes, those of the form 2<sup>p</sup> − 1, by the test of Lucas and Lehmer: nothing but work for a processor. */
final class MersenneSearch {

    private static final BigInteger TWO = BigInteger.TWO;
    private static final BigInteger FOUR = BigInteger.valueOf(4);

    private final int limit;

    /** Will try all exponents up to this one. */
    MersenneSearch(int limit) {
        this.limit = limit;
    }

    /** Tells each prime that it finds, and each percent of the work that is done; ends early if it is to stop. */
    void run(Consumer<Progress> listener, BooleanSupplier stops) {
        int[] exponents = IntStream.rangeClosed(2, limit).filter(MersenneSearch::isPrime).toArray();
        double whole = IntStream.of(exponents).mapToDouble(MersenneSearch::cost).sum();
        double done = 0;
        int told = 0;
        for (int exponent : exponents) {
            if (stops.getAsBoolean()) {
                return;
            }
            boolean prime = isMersennePrime(exponent);
            done += cost(exponent);
            int percent = (int) (100 * done / whole);
            if (prime || percent > told) {
                told = percent;
                listener.accept(new Progress(percent, exponent, prime, digits(exponent)));
            }
        }
    }

    private static boolean isMersennePrime(int exponent) {
        if (exponent == 2) {
            return true;
        }
        BigInteger candidate = BigInteger.ONE.shiftLeft(exponent).subtract(BigInteger.ONE);
        BigInteger term = FOUR;
        for (int step = exponent; step > 2; step--) {
            term = remainder(term.multiply(term), candidate, exponent).subtract(TWO);
        }
        return term.mod(candidate).signum() == 0;
    }

    // What is above the exponent's bits counts once more below them, since 2 to the exponent leaves 1.
    private static BigInteger remainder(BigInteger value, BigInteger candidate, int exponent) {
        BigInteger rest = value;
        while (rest.bitLength() > exponent) {
            rest = rest.and(candidate).add(rest.shiftRight(exponent));
        }
        return rest;
    }

    private static boolean isPrime(int number) {
        return IntStream.rangeClosed(2, (int) Math.sqrt(number)).noneMatch(divisor -> number % divisor == 0);
    }

    // As many squares as the exponent says, of numbers that long.
    private static double cost(int exponent) {
        return Math.pow(exponent, 3);
    }

    private static int digits(int exponent) {
        return (int) (exponent * Math.log10(2)) + 1;
    }
}
