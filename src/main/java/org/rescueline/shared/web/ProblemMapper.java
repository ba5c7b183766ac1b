package org.rescueline.shared.web;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.rescueline.shared.Failure;
import org.rescueline.shared.FailureKind;
import org.rescueline.shared.Languages;
import org.rescueline.shared.Problem;
import org.rescueline.shared.internal.TraceId;

/**
 * The one place where failures become answers. What the caller can mend is said in the caller's language and is no
 * news for our log; what we or another system did wrong is logged once, under the trace number the caller is given.
 */
@Singleton
public class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    /** Our own failures. */
    @ServerExceptionMapper
    public Response failure(Failure failure, HttpHeaders headers) {
        return answer(failure, headers);
    }

    /** JSON of another shape than asked for; named because the framework has a mapper of its own for it. */
    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException mismatch, HttpHeaders headers) {
        return answer(ForeignFailures.of(mismatch), headers);
    }

    /** Values that a bean's constraints refuse. */
    @ServerExceptionMapper
    public Response violation(ConstraintViolationException violation, HttpHeaders headers) {
        return answer(ForeignFailures.of(violation), headers);
    }

    /** No sign-in where one is needed. */
    @ServerExceptionMapper
    public Response unauthorized(UnauthorizedException unauthorized, HttpHeaders headers) {
        return answer(ForeignFailures.of(unauthorized), headers);
    }

    /** A sign-in that does not convince. */
    @ServerExceptionMapper
    public Response authenticationFailed(AuthenticationFailedException failed, HttpHeaders headers) {
        return answer(ForeignFailures.of(failed), headers);
    }

    /** A role that is missing. */
    @ServerExceptionMapper
    public Response forbidden(ForbiddenException forbidden, HttpHeaders headers) {
        return answer(ForeignFailures.of(forbidden), headers);
    }

    /** What the framework itself refuses: unknown addresses, methods, formats, broken JSON. */
    @ServerExceptionMapper
    public Response webApplication(WebApplicationException refused, HttpHeaders headers) {
        return refused.getResponse().hasEntity() || refused.getResponse().getStatus() < 400
                ? refused.getResponse()
                : answer(ForeignFailures.of(refused), headers);
    }

    /** Everything else. */
    @ServerExceptionMapper
    public Response anything(Throwable thrown, HttpHeaders headers) {
        return answer(ForeignFailures.of(thrown), headers);
    }

    private static Response answer(Failure failure, HttpHeaders headers) {
        var traceId = TraceId.of(headers.getHeaderString("traceparent"));
        log(failure, traceId);
        var language = Languages.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return Response.status(failure.status())
                .type(Problem.MEDIA_TYPE)
                .language(language)
                .entity(Problem.of(failure, language, traceId))
                .build();
    }

    private static void log(Failure failure, String traceId) {
        if (failure.kind() == FailureKind.BUG) {
            LOG.errorf(failure.getCause(), "Bug, trace %s", traceId);
        } else if (failure.kind() == FailureKind.UPSTREAM) {
            LOG.warnf(failure.getCause(), "%s %s, trace %s", failure.code(), failure.arguments(), traceId);
        } else {
            LOG.debugf("%s %s %s, trace %s", failure.kind(), failure.code(), failure.fields(), traceId);
        }
    }
}
