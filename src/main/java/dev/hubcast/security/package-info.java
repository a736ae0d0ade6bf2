/** Who may connect and call: the caller's identity and roles, access rules, origins. Depends on the public API alone. */
package dev.hubcast.security;
