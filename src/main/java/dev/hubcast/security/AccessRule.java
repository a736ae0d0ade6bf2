package dev.hubcast.security;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may connect to a hub or call a method, by Jakarta's annotations; {@code "**"} stands for any authenticated caller. */
public final class AccessRule {

    /** The role that every authenticated caller has (Jakarta Servlet, section 13.8). */
    public static final String ANY_AUTHENTICATED = "**";

    private static final AccessRule EVERYBODY = new AccessRule(null);

    private final Set<String> roles;

    /** Null stands for everybody, no role for nobody. */
    private AccessRule(Set<String> roles) {
        this.roles = roles;
    }

    /**
     * The rule that lets everybody in.
     *
     * @return the rule
     */
    public static AccessRule everybody() {
        return EVERYBODY;
    }

    /**
     * The rule that annotations state.
     *
     * @param annotation finds an annotation by its type, null if it is absent
     * @return the rule, empty if there is no such annotation
     * @throws IllegalArgumentException if more than one of them is present
     */
    public static Optional<AccessRule> of(Function<Class<? extends Annotation>, Annotation> annotation) {
        List<Annotation> present = Stream.of(RolesAllowed.class, PermitAll.class, DenyAll.class)
                .map(annotation)
                .filter(found -> found != null)
                .toList();
        if (present.size() > 1) {
            throw new IllegalArgumentException("only one of @RolesAllowed, @PermitAll and @DenyAll can hold; remove the others");
        }
        return present.stream().findFirst().map(AccessRule::stated);
    }

    private static AccessRule stated(Annotation annotation) {
        if (annotation instanceof RolesAllowed allowed) {
            return new AccessRule(Arrays.stream(allowed.value()).collect(Collectors.toUnmodifiableSet()));
        }
        return annotation instanceof DenyAll ? new AccessRule(Set.of()) : EVERYBODY;
    }

    /**
     * Whether a caller passes.
     *
     * @param caller the caller
     * @return whether the rule lets the caller in
     */
    public boolean admits(CallerIdentity caller) {
        return roles == null
                || roles.contains(ANY_AUTHENTICATED) && caller.authenticated()
                || roles.stream().anyMatch(caller.roles()::contains);
    }

    /**
     * The roles that the rule names, which the application has to declare.
     *
     * @return the roles without {@code "**"}
     */
    public Set<String> namedRoles() {
        return roles == null
                ? Set.of()
                : roles.stream().filter(role -> !role.equals(ANY_AUTHENTICATED)).collect(Collectors.toUnmodifiableSet());
    }

    /** In words, for the log. */
    @Override
    public String toString() {
        if (roles == null) {
            return "everybody";
        }
        return roles.isEmpty() ? "nobody" : roles.stream().sorted().collect(Collectors.joining(", "));
    }
}
