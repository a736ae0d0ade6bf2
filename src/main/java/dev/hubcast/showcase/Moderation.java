package dev.hubcast.showcase;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;

/** What only moderators may do. It knows nothing of hubs: it fires events, and browsers hear them once the transaction is through. */
@Stateless
@RolesAllowed("moderator")
public class Moderation {

    @Inject Rooms rooms;
    @Inject Event<RoomClosed> closed;
    @Inject Event<RoomReopened> reopened;
    @Inject Event<Announcement> announcements;
    @Resource SessionContext session;

    /** Nobody may speak in the room until it is reopened. */
    public void close(String room) {
        closed.fire(new RoomClosed(rooms.close(room), moderator()));
    }

    /** Everybody in the room may speak again. */
    public void reopen(String room) {
        reopened.fire(new RoomReopened(rooms.reopen(room), moderator()));
    }

    /** Tells everyone something. */
    public void announce(String text) {
        announcements.fire(new Announcement(moderator(), text, Instant.now()));
    }

    private String moderator() {
        return session.getCallerPrincipal().getName();
    }
}
