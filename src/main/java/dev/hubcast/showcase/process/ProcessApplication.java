package dev.hubcast.showcase.process;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Where processes are started. */
@ApplicationPath("/processes")
public class ProcessApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(ProcessesResource.class);
    }
}
