package dev.hubcast.showcase.mail;

/**
 * One recipient of a mailing.
 *
 * @param address where the letter goes
 * @param status what became of it
 * @param reason why it failed or came back, else empty
 */
public record Delivery(String address, Status status, String reason) {}
