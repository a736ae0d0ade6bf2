package dev.hubcast.showcase;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Where the showcase's REST resources live. */
@ApplicationPath("/api")
public class RestApplication extends Application {}
