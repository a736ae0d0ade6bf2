package dev.hubcast.broadcasts;

import dev.hubcast.event.BroadcastTo;
import jakarta.enterprise.event.TransactionPhase;

/**
 * Something that is told in each phase of the transaction, and to a group of two names.
 *
 * @param region where
 * @param city where in it
 */
@BroadcastTo(hub = "sales", group = "{region}-{city}")
@BroadcastTo(hub = "sales", group = "{region}-{city}", method = "atOnce", when = TransactionPhase.IN_PROGRESS)
@BroadcastTo(hub = "sales", group = "{region}-{city}", method = "failed", when = TransactionPhase.AFTER_FAILURE)
public record CityNews(String region, String city) {}
