package dev.hubcast.showcase.mail;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;

/** Says in words what was wrong with a request: 400 with {@code {"errors": [...]}}. */
@Provider
public class WrongInput implements ExceptionMapper<ConstraintViolationException> {

    private static final int TOLD = 10;

    @Override
    public Response toResponse(ConstraintViolationException exception) {
        List<String> errors =
                exception.getConstraintViolations().stream().map(ConstraintViolation::getMessage).distinct().sorted().limit(TOLD).toList();
        return Response.status(Response.Status.BAD_REQUEST).type(MediaType.APPLICATION_JSON).entity(Map.of("errors", errors)).build();
    }
}
