package dev.hubcast.security;

import java.security.Principal;
import java.util.Objects;
import java.util.Set;

/**
 * Who opened a connection, as the server said on the authenticated request. A snapshot: nothing that happens later changes it.
 *
 * @param principal the server's principal, null if nobody is logged in
 * @param roles the declared roles that the caller has
 * @param declaredRoles all roles that the application declares
 */
public record CallerIdentity(Principal principal, Set<String> roles, Set<String> declaredRoles) {

    public CallerIdentity {
        roles = Set.copyOf(roles);
        declaredRoles = Set.copyOf(declaredRoles);
    }

    /**
     * Whether somebody is logged in.
     *
     * @return whether there is a principal
     */
    public boolean authenticated() {
        return principal != null;
    }

    /**
     * The principal's name.
     *
     * @return the name, null if nobody is logged in
     */
    public String name() {
        return principal == null ? null : principal.getName();
    }

    /**
     * Whether this is the same caller with the same rights.
     *
     * @param other another snapshot
     * @return whether name and roles are the same
     */
    public boolean isLike(CallerIdentity other) {
        return Objects.equals(name(), other.name()) && roles.equals(other.roles);
    }

    /**
     * Whether the caller has a role.
     *
     * @param role a declared role
     * @return whether the caller has it
     * @throws IllegalArgumentException if the role is not declared
     */
    public boolean isInRole(String role) {
        if (!declaredRoles.contains(role)) {
            throw new IllegalArgumentException("The application declares no role '" + role
                    + "'. Name it in @RolesAllowed or @DeclareRoles of any bean, or in a security-role of web.xml.");
        }
        return roles.contains(role);
    }
}
