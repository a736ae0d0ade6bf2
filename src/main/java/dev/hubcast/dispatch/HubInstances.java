package dev.hubcast.dispatch;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** Where a call finds the hub that it is for. Safe for use by any number of threads. */
public interface HubInstances {

    /**
     * Finds the hub for one call.
     *
     * @return the hub until the call is over, not null
     */
    Lease lease();

    /** A hub for the time of one call. */
    interface Lease extends AutoCloseable {

        /**
         * Calls one of the hub's methods.
         *
         * @param method a method of the hub class, accessible
         * @param arguments all its arguments
         * @return what it returns
         * @throws InvocationTargetException if the method throws
         * @throws IllegalAccessException never, for an accessible method
         */
        Object call(Method method, Object[] arguments) throws InvocationTargetException, IllegalAccessException;

        /** The call is over. */
        @Override
        void close();
    }
}
