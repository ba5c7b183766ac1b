package org.rescueline.shared;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that went wrong, said so that one mapper can speak of it: who must act, the key of a sentence in every
 * language, and what the sentence names.
 *
 * <p>The code is {@code <room>.<what>}; its sentences are in {@code messages/<room>_zh.properties} and {@code _en}.
 */
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** The argument under which a stale edit carries the newer version. */
    static final String CURRENT = "current";

    private final FailureKind kind;
    private final String code;
    private final transient Map<String, Object> arguments;
    private final transient List<FieldProblem> fields;
    private final int status;

    private Failure(
            FailureKind kind,
            String code,
            Map<String, Object> arguments,
            List<FieldProblem> fields,
            int status,
            @Nullable Throwable cause) {
        super(kind + " " + code, cause);
        this.kind = kind;
        this.code = code;
        this.arguments = Map.copyOf(arguments);
        this.fields = List.copyOf(fields);
        this.status = status;
    }

    /** One field of the request is wrong. */
    public static Failure invalid(String field, String code, Map<String, Object> arguments) {
        return invalid(List.of(new FieldProblem(field, code, arguments)));
    }

    /** One field of the request is wrong, and the sentence names nothing further. */
    public static Failure invalid(String field, String code) {
        return invalid(field, code, Map.of());
    }

    /**
     * Several fields of the request are wrong.
     *
     * @param problems at least one; the first one's sentence is the whole failure's sentence
     */
    public static Failure invalid(List<FieldProblem> problems) {
        var first = problems.get(0);
        return of(FailureKind.INVALID, first.code(), first.arguments(), problems, null);
    }

    /** The request as a whole is wrong, whatever its fields. */
    public static Failure invalid(List<FieldProblem> problems, String code, Map<String, Object> arguments) {
        return of(FailureKind.INVALID, code, arguments, problems, null);
    }

    /** There is nothing under what the caller named; the code says it all. */
    public static Failure notFound(String code) {
        return of(FailureKind.NOT_FOUND, code, Map.of(), List.of(), null);
    }

    /**
     * The named thing does not exist. The code is {@code <what>.not-found} where that room has such a sentence, else
     * the general one.
     *
     * @param what the word for the thing, such as {@code event}
     */
    public static Failure notFound(String what, Object id) {
        return of(
                FailureKind.NOT_FOUND, what + ".not-found", Map.of("what", what, "id", id.toString()), List.of(), null);
    }

    /** What is asked does not fit the present state. */
    public static Failure conflict(String code, Map<String, Object> arguments) {
        return of(FailureKind.CONFLICT, code, arguments, List.of(), null);
    }

    /** What is asked does not fit the present state. */
    public static Failure conflict(String code) {
        return conflict(code, Map.of());
    }

    /**
     * The caller edited an older version.
     *
     * @param current the newer version as a view; the answer carries it
     */
    public static Failure stale(Object current) {
        return of(FailureKind.STALE, "shared.stale", Map.of(CURRENT, current), List.of(), null);
    }

    /** The caller edited an older version, and what noticed it has no view of the newer one. */
    public static Failure stale(Throwable cause) {
        return of(FailureKind.STALE, "shared.stale", Map.of(), List.of(), cause);
    }

    /** The caller may not do this. */
    public static Failure denied(String code) {
        return denied(code, Map.of());
    }

    /** The caller may not do this. */
    public static Failure denied(String code, Map<String, Object> arguments) {
        return of(FailureKind.DENIED, code, arguments, List.of(), null);
    }

    /** The caller has not said who it is, or not convincingly. */
    public static Failure unauthenticated(String code) {
        return of(FailureKind.UNAUTHENTICATED, code, Map.of(), List.of(), null);
    }

    /** Another system did not do its part. */
    public static Failure upstream(String code, Map<String, Object> arguments, @Nullable Throwable cause) {
        return of(FailureKind.UPSTREAM, code, arguments, List.of(), cause);
    }

    /** We are at fault; the caller is told no more than that. */
    public static Failure bug(Throwable cause) {
        return of(FailureKind.BUG, "shared.bug", Map.of(), List.of(), cause);
    }

    /** The same failure answered with another HTTP status than its kind's, where a standard asks for one (428, 429). */
    public Failure withStatus(int otherStatus) {
        return new Failure(kind, code, arguments, fields, otherStatus, getCause());
    }

    /** Who must act. */
    public FailureKind kind() {
        return kind;
    }

    /** The key of the sentence. */
    public String code() {
        return code;
    }

    /** What the sentence names. */
    public Map<String, Object> arguments() {
        return arguments;
    }

    /** What is wrong field by field; empty when it is not about fields. */
    public List<FieldProblem> fields() {
        return fields;
    }

    /** The HTTP status to answer with. */
    public int status() {
        return status;
    }

    private static Failure of(
            FailureKind kind,
            String code,
            Map<String, Object> arguments,
            List<FieldProblem> fields,
            @Nullable Throwable cause) {
        return new Failure(kind, code, arguments, fields, kind.status(), cause);
    }
}
