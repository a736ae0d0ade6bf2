package dev.hubcast;

import java.lang.reflect.Method;
import java.util.List;

/** A client's call of a hub method, as a {@link HubFilter} sees it. Immutable; the application has no need to implement it. */
public interface HubInvocation {

    /**
     * Who calls.
     *
     * @return the caller, not null
     */
    HubCaller caller();

    /**
     * The hub that is called.
     *
     * @return the hub's name, see {@link Hub#name()}; not null
     */
    String hub();

    /**
     * The name that the client called.
     *
     * @return as the client wrote it, in any case and perhaps of no method; not null
     */
    String target();

    /**
     * The method that is called, with its annotations.
     *
     * @return the method of the hub class, null if the hub has none by this name, which only {@link HubFilter#ended} sees
     */
    Method method();

    /**
     * The arguments, in the order of the method's parameters without {@link HubCaller}. What the client uploads is a
     * {@link java.util.concurrent.Flow.Publisher}.
     *
     * @return an unmodifiable list, which may contain null; empty also for a call that was refused before its arguments were read
     */
    List<Object> arguments();

    /**
     * Whether the client wants a stream.
     *
     * @return whether it calls so that items are sent one by one
     */
    boolean streaming();

    /**
     * The same call with other arguments.
     *
     * @param arguments one for each of {@link #arguments()}; each may be null, unless its parameter is a primitive
     * @return another call, for {@link HubFilter.NextInvocation#proceed}
     * @throws IllegalArgumentException if their number is another, or one does not fit its parameter
     */
    HubInvocation withArguments(List<?> arguments);
}
