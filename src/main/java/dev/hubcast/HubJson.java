package dev.hubcast;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Qualifies the {@link jakarta.json.bind.Jsonb} that maps arguments and results of hub methods, all but strings, numbers and booleans.
 * The application may bring one such bean; a {@code Jsonb} without this qualifier does not change the wire.
 *
 * <p>It rules for clients that speak MessagePack too, so that what it hides or renames is hidden or renamed whatever a client speaks.
 * Because it knows JSON alone, those clients then get the values that JSON would have: text for bytes and for points in time.
 *
 * <pre>{@code
 * @Produces @HubJson @ApplicationScoped
 * Jsonb json() {
 *     return JsonbBuilder.create(new JsonbConfig().withAdapters(new MoneyAdapter()));
 * }
 * }</pre>
 */
@Qualifier
@Documented
@Retention(RUNTIME)
@Target({FIELD, METHOD, PARAMETER, TYPE})
public @interface HubJson {}
