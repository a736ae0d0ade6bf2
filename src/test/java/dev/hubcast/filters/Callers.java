package dev.hubcast.filters;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;

/** Who calls, as an EJB sees it. */
@Stateless
@PermitAll
public class Callers {

    @Resource
    SessionContext context;

    public String name() {
        return context.getCallerPrincipal().getName();
    }
}
