package dev.hubcast.context;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** An EJB below a hub: its own roles, its caller, its persistence context. WildFly denies what none of its annotations permits. */
@Stateless
@PermitAll
public class Ledger {

    @PersistenceContext
    EntityManager entities;

    @Resource
    SessionContext session;

    @Inject
    CallScoped scoped;

    public String caller() {
        return session.getCallerPrincipal().getName();
    }

    public boolean callerIs(String role) {
        return session.isCallerInRole(role);
    }

    public String requestId() {
        return scoped.id();
    }

    @RolesAllowed("writer")
    public long write(String text) {
        entities.persist(new Entry(text));
        entities.flush();
        return count();
    }

    public long count() {
        return entities.createQuery("select count(e) from Entry e", Long.class).getSingleResult();
    }
}
