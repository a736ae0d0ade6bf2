package dev.hubcast.deployment;

import dev.hubcast.HubFilter;
import dev.hubcast.dispatch.HubFilters;
import dev.hubcast.event.OfHub;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ConversationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Decorator;
import jakarta.enterprise.inject.spi.Prioritized;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessProducerField;
import jakarta.enterprise.inject.spi.ProcessProducerMethod;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The application's hub filters, found among its beans. */
final class FilterBeans {

    private final List<Found> found = new ArrayList<>();
    private final List<CreationalContext<?>> made = new ArrayList<>();

    /**
     * A bean that is a filter.
     *
     * @param bean the bean
     * @param priority where it stands
     * @param produced whether another bean makes it, so that its class is not known
     */
    private record Found(Bean<?> bean, int priority, boolean produced) {

        /** The hub that it names, empty if it is for all. */
        Optional<String> hub() {
            return bean.getQualifiers().stream().filter(OfHub.class::isInstance).map(qualifier -> ((OfHub) qualifier).value()).findFirst();
        }

        String className() {
            return bean.getBeanClass().getName();
        }
    }

    void find(ProcessBean<?> event) {
        Bean<?> bean = event.getBean();
        if (bean.getTypes().contains(HubFilter.class) && !(bean instanceof Decorator<?>)) {
            boolean produced = event instanceof ProcessProducerMethod || event instanceof ProcessProducerField;
            found.add(new Found(bean, priority(event), produced));
        }
    }

    private static int priority(ProcessBean<?> event) {
        if (event.getBean() instanceof Prioritized own) {
            return own.getPriority();
        }
        return HubFilters.priority(event.getAnnotated() == null ? null : event.getAnnotated().getAnnotation(Priority.class));
    }

    /** Tells filters that nobody would ever call. */
    void check(Collection<String> hubs, Consumer<String> problems) {
        for (Found each : found) {
            each.hub().filter(hub -> !hubs.contains(hub)).ifPresent(hub -> problems.accept("Filter " + each.className() + ": there is no"
                    + " hub '" + hub + "', as its @OfHub says. " + (hubs.isEmpty() ? "This application has no other either."
                    : "Name one of these: " + String.join(", ", new TreeSet<>(hubs)) + "; or leave @OfHub out, for all hubs.")));
            if (each.bean().getScope() == SessionScoped.class || each.bean().getScope() == ConversationScoped.class) {
                problems.accept("Filter " + each.className() + ": it is @" + each.bean().getScope().getSimpleName() + ", but a hub call"
                        + " runs in no HTTP session. Make it @ApplicationScoped, and keep what belongs to a connection in"
                        + " HubCaller.items().");
            }
        }
    }

    /** The classes of those that are filters themselves; empty where others may be, because a bean makes them. */
    Optional<Set<Class<?>>> classes() {
        return found.stream().anyMatch(Found::produced)
                ? Optional.empty()
                : Optional.of(found.stream().map(each -> each.bean().getBeanClass()).collect(Collectors.toUnmodifiableSet()));
    }

    /** Those of a hub. One that is {@link Dependent} is made for each hub. */
    HubFilters of(String hub, BeanManager beans) {
        return HubFilters.of(found.stream()
                .filter(each -> each.hub().map(hub::equals).orElse(true))
                .map(each -> new HubFilters.Ranked(reference(each.bean(), beans), each.className(), each.priority()))
                .toList());
    }

    private HubFilter reference(Bean<?> bean, BeanManager beans) {
        CreationalContext<?> context = beans.createCreationalContext(bean);
        HubFilter filter = (HubFilter) beans.getReference(bean, HubFilter.class, context);
        if (bean.getScope() == Dependent.class) {
            made.add(context);
        }
        return filter;
    }

    /** The hubs are closed. */
    void release() {
        made.forEach(CreationalContext::release);
        made.clear();
    }
}
