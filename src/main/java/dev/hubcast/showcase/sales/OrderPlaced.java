package dev.hubcast.showcase.sales;

import dev.hubcast.event.BroadcastTo;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A CDI event: somebody has ordered something. Whoever watches the region's sales hears it after the commit, as {@code orderPlaced}.
 *
 * @param id unlike that of any other order, and greater than those before
 * @param region where it was placed
 * @param product what was ordered, as people call it
 * @param quantity how many
 * @param amount what they cost together, in euros
 * @param at when
 */
@BroadcastTo(hub = "sales", group = "region-{region}")
public record OrderPlaced(long id, Region region, String product, int quantity, BigDecimal amount, Instant at) {}
