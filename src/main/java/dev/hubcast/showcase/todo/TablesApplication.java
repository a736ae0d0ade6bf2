package dev.hubcast.showcase.todo;

import dev.hubcast.showcase.BadRequestMapper;
import dev.hubcast.showcase.UnreadableBody;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Where tables are found. */
@ApplicationPath("/tables")
public class TablesApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(TodoResource.class, UnreadableBody.class, BadRequestMapper.class);
    }
}
