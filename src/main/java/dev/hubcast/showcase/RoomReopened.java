package dev.hubcast.showcase;

/**
 * A CDI event: everybody in the room may speak again.
 *
 * @param room the room as it is now
 * @param by the moderator who reopened it
 */
public record RoomReopened(RoomStatus room, String by) {}
