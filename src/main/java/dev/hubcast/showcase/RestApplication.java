package dev.hubcast.showcase;

import dev.hubcast.showcase.sales.SalesResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Where the chat's and the dashboard's REST resources live. It names them, since those of other paths are not to be found here too. */
@ApplicationPath("/api")
public class RestApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(AnnouncementsResource.class, SalesResource.class, ForbiddenMapper.class, UnreadableBody.class,
                BadRequestMapper.class);
    }
}
