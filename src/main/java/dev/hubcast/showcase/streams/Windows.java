package dev.hubcast.showcase.streams;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The windows that are open, each with a name that no other has. Safe for use by any number of threads. */
@ApplicationScoped
public class Windows {

    private static final List<String> NAMES = List.of("Amber", "Basil", "Cobalt", "Dahlia", "Ember", "Fern", "Ginger", "Hazel", "Indigo",
            "Juniper", "Lilac", "Maple");

    private final Map<String, Window> open = new LinkedHashMap<>();
    private long changes;

    /** A window opens. */
    public synchronized Here open(String id) {
        open.put(id, new Window(id, freeName()));
        changes++;
        return open();
    }

    /** A window closes; one that was never open may. */
    public synchronized Here close(String id) {
        open.remove(id);
        changes++;
        return open();
    }

    /** Those that are open. */
    public synchronized Here open() {
        return new Here(changes, List.copyOf(open.values()));
    }

    /** What a window that is open is called. */
    public synchronized String name(String id) {
        return open.get(id).name();
    }

    private String freeName() {
        Set<String> taken = open.values().stream().map(Window::name).collect(Collectors.toSet());
        return IntStream.range(0, taken.size() + 1).mapToObj(Windows::name).filter(name -> !taken.contains(name)).findFirst().orElseThrow();
    }

    private static String name(int number) {
        String name = NAMES.get(number % NAMES.size());
        return number < NAMES.size() ? name : name + " " + (number / NAMES.size() + 1);
    }
}
