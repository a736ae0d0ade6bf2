package dev.hubcast.showcase.mail;

import java.util.List;

/**
 * A mailing at one moment.
 *
 * @param id a secret that nobody guesses
 * @param version how many changes there were until then: those after it have greater versions
 * @param subject the letter's subject
 * @param deliveries what became of each recipient's letter so far
 */
public record MailingState(String id, long version, String subject, List<Delivery> deliveries) {}
