package dev.hubcast.showcase;

import jakarta.ejb.EJBAccessException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Says 403 when an EJB refuses its caller; left alone, servers disagree between 403 and 500. */
@Provider
public class ForbiddenMapper implements ExceptionMapper<EJBAccessException> {

    @Override
    public Response toResponse(EJBAccessException refusal) {
        return Response.status(Response.Status.FORBIDDEN).build();
    }
}
