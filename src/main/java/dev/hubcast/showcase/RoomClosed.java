package dev.hubcast.showcase;

/**
 * A CDI event: nobody may speak in the room any more.
 *
 * @param room the room as it is now
 * @param by the moderator who closed it
 */
public record RoomClosed(RoomStatus room, String by) {}
