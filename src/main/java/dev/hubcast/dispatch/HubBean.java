package dev.hubcast.dispatch;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.stream.Collectors;

/** A hub's bean: one reference for all calls, or an instance for each if the bean is {@link Dependent}. */
public final class HubBean implements HubInstances {

    private final BeanManager beans;
    private final Bean<?> bean;
    private final Object shared;

    /**
     * The bean of a hub class.
     *
     * @param beans the application's beans
     * @param hubClass the class
     */
    public HubBean(BeanManager beans, Class<?> hubClass) {
        this.beans = beans;
        // A bean of a subclass, which may be a hub of its own, has the class among its types too.
        this.bean = beans.resolve(beans.getBeans(hubClass, Any.Literal.INSTANCE).stream()
                .filter(each -> each.getBeanClass() == hubClass)
                .collect(Collectors.toSet()));
        this.shared = bean.getScope() == Dependent.class ? null : reference(beans.createCreationalContext(bean));
    }

    @Override
    public Lease lease() {
        CreationalContext<?> context = shared != null ? null : beans.createCreationalContext(bean);
        Object hub = shared != null ? shared : reference(context);
        return new Lease() {
            @Override
            public Object call(Method method, Object[] arguments) throws InvocationTargetException, IllegalAccessException {
                return method.invoke(hub, arguments);
            }

            @Override
            public void close() {
                if (context != null) {
                    context.release();
                }
            }
        };
    }

    private Object reference(CreationalContext<?> context) {
        return beans.getReference(bean, bean.getBeanClass(), context);
    }
}
