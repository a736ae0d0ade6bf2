package dev.hubcast.showcase;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers what {@link UnreadableBody} refuses; left alone, RESTEasy logs it as an error of the application as well. */
@Provider
public class BadRequestMapper implements ExceptionMapper<BadRequestException> {

    @Override
    public Response toResponse(BadRequestException refusal) {
        return refusal.getResponse();
    }
}
