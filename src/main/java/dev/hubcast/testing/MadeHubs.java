package dev.hubcast.testing;

import dev.hubcast.dispatch.HubInstances;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** The hub of all calls, or one for each if its scope says so. */
final class MadeHubs<H> implements HubInstances {

    private final HubMaker<H> maker;
    private final Constraints constraints;
    /** Null if each call has a hub of its own. */
    private final H shared;

    MadeHubs(Class<H> type, ProvidedBeans beans, Constraints constraints) {
        this.maker = new HubMaker<>(type, beans);
        this.constraints = constraints;
        boolean oneEach = type.isAnnotationPresent(Dependent.class) || type.isAnnotationPresent(RequestScoped.class);
        this.shared = oneEach ? null : maker.make();
    }

    /** The hub of all calls, a new one if there is no such. */
    H hub() {
        return shared != null ? shared : maker.make();
    }

    @Override
    public Lease lease() {
        H hub = hub();
        return new Lease() {
            @Override
            public Object call(Method method, Object[] arguments) throws InvocationTargetException, IllegalAccessException {
                constraints.requireArguments(hub, method, arguments);
                Object result = method.invoke(hub, arguments);
                constraints.requireResult(hub, method, result);
                return result;
            }

            @Override
            public void close() {}
        };
    }
}
