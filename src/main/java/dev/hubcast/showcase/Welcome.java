package dev.hubcast.showcase;

import java.util.List;

/**
 * What a page needs to know first.
 *
 * @param user the caller's name
 * @param moderator whether the caller may close rooms and make announcements
 * @param rooms all rooms, in the order in which the page lists them
 */
public record Welcome(String user, boolean moderator, List<RoomStatus> rooms) {}
