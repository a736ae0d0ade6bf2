package dev.hubcast.tenants;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** REST resources below {@code api}. */
@ApplicationPath("api")
public class RestApplication extends Application {}
