package dev.hubcast.security;

import dev.hubcast.Join;
import dev.hubcast.JoinGuard;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Asks the application's {@link JoinGuard}, and knows what holds where there is none or it fails. Safe for use by any number of threads. */
public final class JoinPolicy {

    private static final Logger LOG = System.getLogger(JoinPolicy.class.getName());

    /** Null if the application has none. */
    private final JoinGuard guard;

    private JoinPolicy(JoinGuard guard) {
        this.guard = guard;
    }

    /**
     * The policy of an application.
     *
     * @param guard the application's guard, null if it has none
     * @return the policy
     */
    public static JoinPolicy of(JoinGuard guard) {
        return new JoinPolicy(guard);
    }

    /**
     * Whether a client may have what it chose itself: without a guard, nothing.
     *
     * @param join what the client asked for
     * @return whether it may
     */
    public boolean admits(Join join) {
        return guard != null && isAdmitted(join);
    }

    /**
     * Whether a client may have what hub code wants for it: without a guard, everything.
     *
     * @param join what the hub's code wants
     * @return whether it may
     */
    public boolean admitsFromHubCode(Join join) {
        return guard == null || isAdmitted(join);
    }

    /**
     * Whether there is a guard to ask.
     *
     * @return whether the application has one
     */
    public boolean hasGuard() {
        return guard != null;
    }

    private boolean isAdmitted(Join join) {
        boolean admitted;
        try {
            admitted = guard.mayJoin(join);
        } catch (RuntimeException | Error e) { // whatever it is, nobody has said yes
            LOG.log(Level.ERROR, () -> "The join guard failed, so " + join + " is refused.", e);
            return false;
        }
        if (!admitted) {
            LOG.log(Level.INFO, "The join guard refused {0}", join);
        }
        return admitted;
    }
}
