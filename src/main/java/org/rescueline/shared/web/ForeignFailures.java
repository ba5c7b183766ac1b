package org.rescueline.shared.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.rescueline.shared.Failure;
import org.rescueline.shared.Failures;
import org.rescueline.shared.FieldProblem;

/** The framework's own exceptions, said as failures. */
final class ForeignFailures {

    private static final Set<Integer> SAID = Set.of(400, 401, 403, 404, 405, 406, 413, 415);
    private static final int FIRST_SERVER_STATUS = 500;
    private static final int NOT_FOUND = 404;

    private ForeignFailures() {}

    static Failure of(Throwable thrown) {
        if (thrown instanceof UnauthorizedException || thrown instanceof AuthenticationFailedException) {
            return Failure.unauthenticated("shared.http-401");
        }
        if (thrown instanceof ForbiddenException) {
            return Failure.denied("shared.http-403");
        }
        if (thrown instanceof ConstraintViolationException violation) {
            return violated(violation);
        }
        if (thrown instanceof MismatchedInputException mismatch) {
            return json(mismatch);
        }
        return thrown instanceof WebApplicationException refused ? refused(refused) : Failures.of(thrown);
    }

    private static Failure refused(WebApplicationException refused) {
        var status = refused.getResponse().getStatus();
        if (status >= FIRST_SERVER_STATUS) {
            return Failures.of(refused);
        }
        for (Throwable cause = refused.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Failure own) {
                return own;
            }
            if (cause instanceof JsonProcessingException broken) {
                return json(broken);
            }
        }
        return byStatus(status);
    }

    private static Failure byStatus(int status) {
        var code = SAID.contains(status) ? "shared.http-" + status : "shared.http-other";
        return switch (status) {
            case 401 -> Failure.unauthenticated(code);
            case 403 -> Failure.denied(code);
            case NOT_FOUND -> Failure.notFound(code);
            default ->
                Failure.invalid(List.of(), code, Map.of("status", status)).withStatus(status);
        };
    }

    /** A failure of our own that a value's constructor threw goes first: it knows the sentence; we add the field. */
    private static Failure json(JsonProcessingException broken) {
        var field = broken instanceof JsonMappingException mapping ? path(mapping) : "";
        for (Throwable cause = broken.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Failure own) {
                return field.isEmpty() ? own : Failure.invalid(field, own.code(), own.arguments());
            }
        }
        if (broken instanceof UnrecognizedPropertyException) {
            return Failure.invalid(field, "shared.field-unknown", Map.of("field", field));
        }
        return field.isEmpty()
                ? malformed(broken)
                : Failure.invalid(field, "shared.field-value-invalid", Map.of("field", field));
    }

    private static Failure malformed(JacksonException broken) {
        var place = broken.getLocation();
        return Failure.invalid(
                List.of(),
                "shared.json-malformed",
                Map.of(
                        "line",
                        place == null ? 1 : place.getLineNr(),
                        "column",
                        place == null ? 1 : place.getColumnNr()));
    }

    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    private static Failure violated(ConstraintViolationException violation) {
        var problems = violation.getConstraintViolations().stream()
                .map(ForeignFailures::problem)
                .sorted(Comparator.comparing(FieldProblem::field))
                .toList();
        return Failure.invalid(problems);
    }

    /** The first steps of a violation's path are our method and its parameter, which the caller does not know. */
    private static FieldProblem problem(ConstraintViolation<?> violation) {
        var steps = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .map(Object::toString)
                .toList();
        var field = String.join(".", steps.subList(Math.min(steps.size() > 2 ? 2 : 1, steps.size() - 1), steps.size()));
        return new FieldProblem(field, "shared.value-invalid", Map.of("reason", violation.getMessage()));
    }
}
