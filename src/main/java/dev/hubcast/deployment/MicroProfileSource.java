package dev.hubcast.deployment;

import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * MicroProfile Config. Nothing else knows its classes, which a server may lack.
 *
 * @param config an application's configuration
 */
record MicroProfileSource(Config config) implements SettingSource {

    static SettingSource ofApplication() {
        return new MicroProfileSource(ConfigProvider.getConfig());
    }

    @Override
    public Optional<String> value(String key) {
        return config.getOptionalValue(key, String.class);
    }

    @Override
    public Iterable<String> keys() {
        return config.getPropertyNames();
    }
}
