package dev.hubcast.showcase;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

/**
 * Announcements by plain HTTP: {@code POST /api/announcements}.
 *
 * <p>It takes nothing but JSON, which a form on somebody else's site cannot send.
 */
@Path("announcements")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
public class AnnouncementsResource {

    @Inject Moderation moderation;

    /** Tells everyone something. */
    @POST
    public void announce(@Valid @NotNull Draft draft) {
        moderation.announce(draft.text);
    }

    /** What is to be announced. */
    public static class Draft {

        /** The text. */
        @NotBlank
        @Size(max = 500)
        public String text;
    }
}
