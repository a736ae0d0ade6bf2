/**
 * The sales dashboard: orders are placed through an EJB that fires an event, and the event says which browsers hear it.
 *
 * <p>Begin with {@link dev.hubcast.showcase.sales.OrderPlaced}.
 */
package dev.hubcast.showcase.sales;
