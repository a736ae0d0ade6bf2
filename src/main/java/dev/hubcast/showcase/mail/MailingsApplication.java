package dev.hubcast.showcase.mail;

import dev.hubcast.showcase.BadRequestMapper;
import dev.hubcast.showcase.UnreadableBody;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Where mailings are started and looked at. */
@ApplicationPath("/mailings")
public class MailingsApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(MailingsResource.class, WrongInput.class, UnreadableBody.class, BadRequestMapper.class);
    }
}
