package dev.hubcast.dispatch;

import dev.hubcast.HubCaller;
import dev.hubcast.HubFilter;
import dev.hubcast.HubFilter.Next;
import dev.hubcast.HubFilter.NextInvocation;
import dev.hubcast.HubInvocation;
import dev.hubcast.InvocationOutcome;
import jakarta.annotation.Priority;
import jakarta.interceptor.Interceptor;
import jakarta.websocket.CloseReason;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A hub's filters, from the outermost to the innermost. Immutable. */
public final class HubFilters {

    /** Of a hub without filters. */
    public static final HubFilters NONE = new HubFilters(List.of());

    private static final Logger LOG = System.getLogger(HubDispatcher.class.getName());
    private static final Comparator<Ranked> OUTERMOST_FIRST = Comparator.comparingInt(Ranked::priority).thenComparing(Ranked::name);

    private final List<Ranked> ranked;

    /**
     * A filter and where it stands.
     *
     * @param filter the filter
     * @param name the name of its class
     * @param priority the smallest stands outermost
     */
    public record Ranked(HubFilter filter, String name, int priority) {}

    private HubFilters(List<Ranked> ranked) {
        this.ranked = ranked;
    }

    /**
     * Filters in their order.
     *
     * @param filters in any order
     * @return the filters
     */
    public static HubFilters of(Collection<Ranked> filters) {
        return new HubFilters(filters.stream().sorted(OUTERMOST_FIRST).toList());
    }

    /**
     * Where a filter stands.
     *
     * @param written on its class, null if nothing is
     * @return its priority
     */
    public static int priority(Priority written) {
        return written == null ? Interceptor.Priority.APPLICATION : written.value();
    }

    /**
     * Whether there are none.
     *
     * @return whether a hub's code runs without any
     */
    public boolean isEmpty() {
        return ranked.isEmpty();
    }

    Object invoke(HubInvocation call, NextInvocation hub) throws Exception {
        return invoke(0, call, hub);
    }

    private Object invoke(int at, HubInvocation call, NextInvocation hub) throws Exception {
        return at == ranked.size()
                ? hub.proceed(call)
                : ranked.get(at).filter().invoke(call, changed -> invoke(at + 1, changed, hub));
    }

    Object connect(HubCaller caller, Next hub) throws Exception {
        return connect(0, caller, hub);
    }

    private Object connect(int at, HubCaller caller, Next hub) throws Exception {
        return at == ranked.size() ? hub.proceed() : ranked.get(at).filter().connect(caller, () -> connect(at + 1, caller, hub));
    }

    Object disconnect(HubCaller caller, CloseReason reason, Next hub) throws Exception {
        return disconnect(0, caller, reason, hub);
    }

    private Object disconnect(int at, HubCaller caller, CloseReason reason, Next hub) throws Exception {
        return at == ranked.size()
                ? hub.proceed()
                : ranked.get(at).filter().disconnect(caller, reason, () -> disconnect(at + 1, caller, reason, hub));
    }

    /** Throws nothing. */
    void ended(HubInvocation call, InvocationOutcome outcome) {
        for (int at = ranked.size() - 1; at >= 0; at--) {
            Ranked each = ranked.get(at);
            try {
                each.filter().ended(call, outcome);
            } catch (RuntimeException | Error e) { // an Error of the application is not the worker's end
                LOG.log(Level.ERROR, () -> call.caller() + ": filter " + each.name() + " failed at the end of " + call.target(), e);
            }
        }
    }

    /** Their classes, the outermost first. */
    @Override
    public String toString() {
        return ranked.stream().map(Ranked::name).collect(Collectors.joining(", "));
    }
}
