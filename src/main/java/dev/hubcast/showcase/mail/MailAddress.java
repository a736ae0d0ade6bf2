package dev.hubcast.showcase.mail;

import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.regex.Pattern;

/** Something that mail can be sent to: a dot-atom (RFC 5322, 3.2.3), an @ and the labels of a domain. Null is none. */
@Documented
@Constraint(validatedBy = MailAddress.Check.class)
@Retention(RUNTIME)
@Target(TYPE_USE)
public @interface MailAddress {

    /** What is said of anything else. */
    String message() default "\"${validatedValue}\" is not an e-mail address.";

    /** As of any constraint. */
    Class<?>[] groups() default {};

    /** As of any constraint. */
    Class<? extends Payload>[] payload() default {};

    /** Looks at an address. */
    class Check implements ConstraintValidator<MailAddress, String> {

        // RFC 5321, 4.5.3.1: a path has 256 characters, its angle brackets included.
        private static final int LONGEST = 254;
        private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
        private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
        private static final Pattern ADDRESS =
                Pattern.compile("(?=[^@]{1,64}@)%s(?:\\.%s)*@%s(?:\\.%s)*".formatted(ATOM, ATOM, LABEL, LABEL));

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return value != null && value.length() <= LONGEST && ADDRESS.matcher(value).matches();
        }
    }
}
