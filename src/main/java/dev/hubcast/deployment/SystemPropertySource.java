package dev.hubcast.deployment;

import java.util.Optional;

/** The JVM's system properties. */
final class SystemPropertySource implements SettingSource {

    @Override
    public Optional<String> value(String key) {
        return Optional.ofNullable(System.getProperty(key)).filter(value -> !value.isEmpty());
    }

    @Override
    public Iterable<String> keys() {
        return System.getProperties().stringPropertyNames();
    }
}
