package org.rescueline.shared;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A failure as it is answered over HTTP (RFC 9457).
 *
 * @param type a name for the sort of problem; a URN, since nothing stands behind an address
 * @param title the kind in words
 * @param status the HTTP status
 * @param detail the sentence
 * @param kind who must act
 * @param code the key of the sentence, for programs
 * @param fields what is wrong field by field
 * @param traceId what to quote to an administrator; the same number is in our log
 * @param current the newer version, when the edit was stale
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        FailureKind kind,
        String code,
        List<Field> fields,
        String traceId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Object current) {

    /** The media type it is answered with. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * What is wrong with one field.
     *
     * @param field as the caller wrote it
     * @param message the sentence
     */
    public record Field(String field, String message) {}

    /** Says a failure in a language. */
    public static Problem of(Failure failure, Locale language, String traceId) {
        return new Problem(
                "urn:rescueline:problem:" + failure.code(),
                Messages.text("shared.title." + failure.kind(), Map.of(), language),
                failure.status(),
                Messages.text(failure.code(), failure.arguments(), language),
                failure.kind(),
                failure.code(),
                failure.fields().stream().map(field -> said(field, language)).toList(),
                traceId,
                failure.arguments().get(Failure.CURRENT));
    }

    private static Field said(FieldProblem problem, Locale language) {
        return new Field(problem.field(), Messages.text(problem.code(), problem.arguments(), language));
    }
}
