package dev.hubcast.entities;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Opens the application's REST resources. */
@ApplicationPath("api")
public class RestApplication extends Application {}
