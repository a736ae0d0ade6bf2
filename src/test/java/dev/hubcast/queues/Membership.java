package dev.hubcast.queues;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;

/** An EJB that knows its caller by the server alone. */
@Stateless
@PermitAll
public class Membership {

    @Resource
    SessionContext session;

    /** Whether it is called under this name. */
    public boolean isOf(String user) {
        return session.getCallerPrincipal().getName().equals(user);
    }
}
