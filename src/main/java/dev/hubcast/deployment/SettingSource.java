package dev.hubcast.deployment;

import java.lang.System.Logger.Level;
import java.util.Optional;

/** Where the values of {@link HubSettings} come from. */
interface SettingSource {

    /** The value of a key, empty if there is none, or an empty one. */
    Optional<String> value(String key);

    /** All keys that have a value, whoever reads them. */
    Iterable<String> keys();

    /** MicroProfile Config as the application on whose behalf the thread runs sees it; without it, which Jakarta EE allows, less. */
    static SettingSource ofApplication() {
        try {
            return MicroProfileSource.ofApplication();
        } catch (NoClassDefFoundError | IllegalStateException e) { // no such API, or nothing behind it
            System.getLogger(SettingSource.class.getName()).log(
                    Level.INFO, "The server has no MicroProfile Config: Hubcast is configured by system properties alone");
            return new SystemPropertySource();
        }
    }
}
