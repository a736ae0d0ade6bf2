package dev.hubcast.event.bridge;

import dev.hubcast.connection.Audience;
import dev.hubcast.dispatch.HubSender;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Whom something else than an event is for, declared and checked as {@link dev.hubcast.event.BroadcastTo} declares it for events.
 * Immutable.
 */
public final class BroadcastTarget {

    private final DeclaredBroadcast declared;

    private BroadcastTarget(DeclaredBroadcast declared) {
        this.declared = declared;
    }

    /**
     * Makes a target of what an annotation says.
     *
     * @param where the class that carries the annotation, and the annotation
     * @param type whose properties the placeholders name
     * @param hub the hub's name
     * @param group a group's name with placeholders, empty for none
     * @param user a user's, empty for none
     * @param all whether all hear it
     * @param method the client method, not empty
     * @param tenant a tenant's name with placeholders, empty for none
     * @param hubs the application's hubs by name
     * @param problems takes each mistake with its cure
     * @return empty if there are mistakes
     */
    public static Optional<BroadcastTarget> of(String where, Class<?> type, String hub, String group, String user, boolean all,
            String method, String tenant, Map<String, HubSender<?>> hubs, Consumer<String> problems) {
        Declaration declaration = new Declaration(where, type, hub, group, user, all, method, TransactionPhase.AFTER_SUCCESS, "", tenant);
        return new DeclarationCheck(hubs, problems).broadcast(declaration).map(BroadcastTarget::new);
    }

    /**
     * Whose clients hear it.
     *
     * @return the hub
     */
    public HubSender<?> hub() {
        return declared.hub();
    }

    /**
     * The client method that is called.
     *
     * @return its name
     */
    public String method() {
        return declared.method();
    }

    /**
     * Who of the clients hears it.
     *
     * @param subject what gives the placeholders their values
     * @param without ids of connections that do not hear it
     * @return the audience; empty if a placeholder has no value
     */
    public Optional<Audience> audienceOf(Object subject, Collection<String> without) {
        return Optional.ofNullable(declared.aim().of(subject, without));
    }

    /** The name with its placeholders. */
    @Override
    public String toString() {
        return String.valueOf(declared.aim().name());
    }
}
