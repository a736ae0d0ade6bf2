package dev.hubcast.presence;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;

/** An EJB that knows its caller. */
@Stateless
@PermitAll
public class Doorman {

    @Resource
    SessionContext session;

    public String caller() {
        return session.getCallerPrincipal().getName();
    }
}
