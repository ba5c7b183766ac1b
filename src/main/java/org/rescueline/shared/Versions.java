package org.rescueline.shared;

import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Optimistic concurrency over HTTP (RFC 9110 sections 8.8.3 and 13.1.1): an edit names the version it was made on. */
public final class Versions {

    /** The status that asks for the header (RFC 6585 section 3). */
    private static final int PRECONDITION_REQUIRED = 428;

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"?(\\d{1,18})\"?");
    private static final String ANY = "*";

    private Versions() {}

    /** The {@code ETag} of a version. */
    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version an edit was made on.
     *
     * @throws Failure INVALID with status 428 when the header is missing, INVALID when it is not a version
     */
    public static long required(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Failure.invalid("If-Match", "shared.if-match-required").withStatus(PRECONDITION_REQUIRED);
        }
        var match = TAG.matcher(ifMatch.strip());
        if (!match.matches()) {
            throw Failure.invalid("If-Match", "shared.if-match-malformed");
        }
        return Long.parseLong(match.group(1));
    }

    /**
     * Refuses an edit of an older version.
     *
     * @param ifMatch the header; {@code *} agrees to any version
     * @param current makes the newer view for the answer; asked only when the edit is refused
     * @throws Failure STALE when the versions differ, otherwise as {@link #required}
     */
    public static void check(@Nullable String ifMatch, long currentVersion, Supplier<?> current) {
        if (ifMatch != null && ANY.equals(ifMatch.strip())) {
            return;
        }
        check(required(ifMatch), currentVersion, current);
    }

    /**
     * Refuses an edit of an older version.
     *
     * @throws Failure STALE when the versions differ
     */
    public static void check(long editedVersion, long currentVersion, Supplier<?> current) {
        if (editedVersion != currentVersion) {
            throw Failure.stale(current.get());
        }
    }
}
