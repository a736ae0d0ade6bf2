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
 * Qualifies the {@link jakarta.json.bind.Jsonb} that maps arguments and results of hub methods. The application may bring one such
 * bean; a {@code Jsonb} without this qualifier does not change the wire.
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
