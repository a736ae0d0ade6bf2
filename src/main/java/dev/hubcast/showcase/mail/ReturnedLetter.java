package dev.hubcast.showcase.mail;

/**
 * A letter that came back to its sender.
 *
 * @param sender who sent it: the local part of its return path
 * @param recipient who did not get it
 * @param reason why
 */
record ReturnedLetter(String sender, String recipient, String reason) {}
