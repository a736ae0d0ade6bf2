package dev.hubcast.bench.report;

import java.util.Locale;

/**
 * Writes a number with as many digits as it deserves.
 */
final class Figure {

    private Figure() {
    }

    static String of(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return "–";
        }
        double size = Math.abs(number);
        return String.format(Locale.ROOT, size < 9.995 ? "%.2f" : size < 99.95 ? "%.1f" : "%.0f", number);
    }

    static String range(double lowest, double highest) {
        return of(lowest) + "–" + of(highest);
    }

    static String percent(double share) {
        return Double.isNaN(share) ? "–" : Math.round(share * 100) + " %";
    }
}
