package dev.hubcast.showcase.mail;

/**
 * What all recipients of a mailing are to read.
 *
 * @param subject on one line
 * @param text plain text
 */
record Letter(String subject, String text) {}
