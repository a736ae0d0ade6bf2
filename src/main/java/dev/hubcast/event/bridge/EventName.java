package dev.hubcast.event.bridge;

import dev.hubcast.event.NameTemplate;
import java.util.List;

/**
 * The name of a group or user that each event of a class gives by its properties. Immutable.
 *
 * @param template the name with placeholders
 * @param properties one for each placeholder
 */
record EventName(NameTemplate template, List<Property> properties) {

    /** Throws {@link IllegalArgumentException} if the text is no template, or the class lacks a property. */
    static EventName of(String text, Class<?> eventType) {
        NameTemplate template = NameTemplate.of(text);
        return new EventName(template, template.placeholders().stream().map(name -> Property.of(eventType, name)).toList());
    }

    /** The name; null if a placeholder has no value, or all of it is empty. */
    String of(Object event) {
        String[] values = new String[properties.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = properties.get(i).of(event);
            if (values[i] == null) {
                return null;
            }
        }
        String name = template.name(values);
        return name.isEmpty() ? null : name;
    }

    @Override
    public String toString() {
        return template.toString();
    }
}
