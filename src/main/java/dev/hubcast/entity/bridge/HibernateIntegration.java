package dev.hubcast.entity.bridge;

import dev.hubcast.entity.EntityChangeListener;
import dev.hubcast.entity.LiveUpdates;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostDeleteEventListener;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Has Hibernate tell {@link EntityChangeListener} of live entities: other than EclipseLink, it does not find the listener that an
 * annotation of an annotation names. Found by Hibernate as a service; nobody else loads the class.
 */
public final class HibernateIntegration implements Integrator {

    /** Made by Hibernate. */
    public HibernateIntegration() {}

    @Override
    public void integrate(Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor sessions) {
        Set<String> live = metadata.getEntityBindings().stream()
                .filter(entity -> entity.getMappedClass() != null && isLive(entity.getMappedClass()))
                .map(PersistentClass::getEntityName)
                .collect(Collectors.toUnmodifiableSet());
        if (!live.isEmpty()) {
            Listener listener = new Listener(live, new EntityChangeListener());
            EventListenerRegistry listeners = sessions.getEventEngine().getListenerRegistry();
            listeners.appendListeners(EventType.POST_INSERT, listener);
            listeners.appendListeners(EventType.POST_UPDATE, listener);
            listeners.appendListeners(EventType.POST_DELETE, listener);
        }
    }

    private static boolean isLive(Class<?> type) {
        return Stream.<Class<?>>iterate(type, at -> at != null, Class::getSuperclass)
                .anyMatch(at -> at.isAnnotationPresent(LiveUpdates.class) || at.isAnnotationPresent(LiveUpdates.List.class));
    }

    @Override
    public void disintegrate(SessionFactoryImplementor sessions, SessionFactoryServiceRegistry registry) {
        // the listeners go with the session factory
    }

    private record Listener(Set<String> live, EntityChangeListener changes)
            implements PostInsertEventListener, PostUpdateEventListener, PostDeleteEventListener {

        @Override
        public void onPostInsert(PostInsertEvent event) {
            if (live.contains(event.getPersister().getEntityName())) {
                changes.added(event.getEntity());
            }
        }

        @Override
        public void onPostUpdate(PostUpdateEvent event) {
            if (live.contains(event.getPersister().getEntityName())) {
                changes.updated(event.getEntity());
            }
        }

        @Override
        public void onPostDelete(PostDeleteEvent event) {
            if (live.contains(event.getPersister().getEntityName())) {
                changes.removed(event.getEntity());
            }
        }

        @Override
        public boolean requiresPostCommitHandling(EntityPersister persister) {
            return false;
        }
    }
}
