package org.rescueline.security.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * An opaque random secret: 256 bits from the system's secure generator, so that a plain SHA-256 is hash enough and
 * nobody who reads the database can come in with what stands there.
 */
public record SecretToken(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    /** Longer than any token ever made; what is longer is not looked up at all. */
    private static final int LONGEST = 128;

    /** A new token that nobody has ever seen. */
    public static SecretToken create() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Tells whether the text could be a token, before anything is spent on it. */
    public static boolean isPlausible(String text) {
        return !text.isEmpty() && text.length() <= LONGEST;
    }

    /** What is stored. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    /** The stored hash as text: names the session in memory without giving it away. */
    public String key() {
        return HexFormat.of().formatHex(hash());
    }

    @Override
    public String toString() {
        return "SecretToken[…]";
    }
}
