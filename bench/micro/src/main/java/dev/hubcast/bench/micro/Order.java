package dev.hubcast.bench.micro;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A value as applications send it.
 *
 * @param id its number
 * @param customer a name
 * @param placed when
 * @param express whether in a hurry
 * @param lines what was ordered
 */
public record Order(long id, String customer, Instant placed, boolean express, List<Line> lines) {

    static final Order SAMPLE = new Order(4711, "Ada Lovelace", Instant.parse("2026-11-26T05:00:00Z"), true, List.of(
            new Line("difference engine", 1, new BigDecimal("1700.50")), new Line("punched cards, a thousand", 12, new BigDecimal("3.99"))));

    /**
     * A line of an order.
     *
     * @param product what
     * @param count how many
     * @param price of one
     */
    public record Line(String product, int count, BigDecimal price) {
    }
}
