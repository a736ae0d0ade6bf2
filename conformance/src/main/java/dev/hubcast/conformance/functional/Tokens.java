package dev.hubcast.conformance.functional;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Issues tokens that say who a client is (RFC 7519), and reads its own. They are worth nothing to any other run of the application. */
@ApplicationScoped
public class Tokens {

    private static final Duration LIFETIME = Duration.ofSeconds(5);
    /** For a token that a slow machine takes its time to use; the reference's server grants as much. */
    private static final Duration LEEWAY = Duration.ofMinutes(5);
    private static final String HEADER = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(UTF_8));
    private static final String MAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final byte[] key = new byte[KEY_BYTES];

    public Tokens() {
        new SecureRandom().nextBytes(key);
    }

    String issue(String user) {
        JsonObject claims = Json.createObjectBuilder()
                .add("nameid", user)
                .add("exp", Instant.now().plus(LIFETIME).getEpochSecond())
                .build();
        String signed = HEADER + "." + encoded(claims.toString().getBytes(UTF_8));
        return signed + "." + signature(signed);
    }

    /** Whom a token names; empty unless it is a good one. */
    Optional<String> user(String token) {
        int end = token.lastIndexOf('.');
        if (end < 0 || !token.startsWith(HEADER + ".") || !same(signature(token.substring(0, end)), token.substring(end + 1))) {
            return Optional.empty();
        }
        JsonObject claims = claims(token.substring(HEADER.length() + 1, end)); // ours, for it is signed
        boolean expired = Instant.ofEpochSecond(claims.getInt("exp")).plus(LEEWAY).isBefore(Instant.now());
        return expired ? Optional.empty() : Optional.of(claims.getString("nameid"));
    }

    private static JsonObject claims(String encoded) {
        try (JsonReader reader = Json.createReader(new StringReader(new String(Base64.getUrlDecoder().decode(encoded), UTF_8)))) {
            return reader.readObject();
        }
    }

    private String signature(String signed) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return encoded(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + MAC, e);
        }
    }

    private static boolean same(String ours, String theirs) {
        return MessageDigest.isEqual(ours.getBytes(UTF_8), theirs.getBytes(UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
