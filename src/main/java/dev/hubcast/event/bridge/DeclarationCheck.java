package dev.hubcast.event.bridge;

import dev.hubcast.dispatch.HubSender;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Makes broadcasts of declarations, and tells every mistake in them with its cure. */
final class DeclarationCheck {

    private static final Pattern METHOD = Pattern.compile("[^\\s{}\\p{Cntrl}]+");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)}");

    private final Map<String, HubSender<?>> hubs;
    private final Consumer<String> problems;

    /** Takes the application's hubs by name. */
    DeclarationCheck(Map<String, HubSender<?>> hubs, Consumer<String> problems) {
        this.hubs = hubs;
        this.problems = problems;
    }

    /** Empty if there are mistakes, which then are told. */
    Optional<DeclaredBroadcast> broadcast(Declaration declaration) {
        Optional<HubSender<?>> hub = checked(declaration, () -> hub(declaration.hub()));
        Optional<Aim> aim = checked(declaration, () -> aim(declaration));
        Optional<String> method = checked(declaration, () -> method(declaration));
        return hub.isEmpty() || aim.isEmpty() || method.isEmpty()
                ? Optional.empty()
                : Optional.of(new DeclaredBroadcast(declaration.eventType(), hub.get(), aim.get(), method.get(), declaration.when()));
    }

    private <T> Optional<T> checked(Declaration declaration, Supplier<T> part) {
        try {
            return Optional.of(part.get());
        } catch (IllegalArgumentException e) {
            problems.accept(declaration.where() + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private HubSender<?> hub(String name) {
        if (hubs.isEmpty()) {
            throw new IllegalArgumentException("there is no hub '" + name + "', nor any other in this application. Add it, or leave"
                    + " Hubcast's library out.");
        }
        if (!hubs.containsKey(name)) {
            throw new IllegalArgumentException("there is no hub '" + name + "'. Name one of these: "
                    + String.join(", ", new TreeSet<>(hubs.keySet())) + ".");
        }
        return hubs.get(name);
    }

    private static Aim aim(Declaration declaration) {
        boolean group = !declaration.group().isEmpty();
        boolean user = !declaration.user().isEmpty();
        if (!group && !user && !declaration.all()) {
            throw new IllegalArgumentException("it says nobody who hears the event. Add group = \"…\", user = \"…\" or all = true.");
        }
        if (group && user || declaration.all() && (group || user)) {
            throw new IllegalArgumentException("it says more than one of group, user and all. Leave one of them, and repeat the annotation"
                    + " for another.");
        }
        Property except = except(declaration);
        EventName tenant = declaration.tenant().isEmpty() ? null : EventName.of(declaration.tenant(), declaration.eventType());
        if (declaration.all()) {
            return new Aim(Aim.Kind.ALL, null, except, tenant);
        }
        return new Aim(group ? Aim.Kind.GROUP : Aim.Kind.USER,
                EventName.of(group ? declaration.group() : declaration.user(), declaration.eventType()), except, tenant);
    }

    private static Property except(Declaration declaration) {
        if (declaration.except().isEmpty()) {
            return null;
        }
        var placeholder = PLACEHOLDER.matcher(declaration.except());
        if (!placeholder.matches()) {
            throw new IllegalArgumentException("except = \"" + declaration.except() + "\" is no placeholder. Write {property} for the"
                    + " property that holds the id of a connection.");
        }
        return Property.of(declaration.eventType(), placeholder.group(1).strip());
    }

    private static String method(Declaration declaration) {
        if (declaration.method().isEmpty()) {
            return Property.decapitalised(declaration.eventType().getSimpleName());
        }
        if (!METHOD.matcher(declaration.method()).matches()) {
            throw new IllegalArgumentException("method = \"" + declaration.method() + "\" is no name of a client method. Write it without"
                    + " blanks and braces, as clients register their handler.");
        }
        return declaration.method();
    }
}
