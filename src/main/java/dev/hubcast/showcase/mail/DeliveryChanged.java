package dev.hubcast.showcase.mail;

/**
 * What the windows that watch a mailing hear, as {@code messageReceived}: something became of one recipient's letter.
 *
 * @param version the mailing's version from now on, one more than before
 * @param index which recipient, from 0
 * @param status what became of the letter
 * @param reason why it failed or came back, else empty
 */
public record DeliveryChanged(long version, int index, Status status, String reason) {}
