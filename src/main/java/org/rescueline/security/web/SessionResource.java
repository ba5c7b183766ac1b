package org.rescueline.security.web;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rescueline.security.CurrentUser;
import org.rescueline.security.Roles;
import org.rescueline.security.UserView;
import org.rescueline.security.internal.SignInFlow;
import org.rescueline.security.internal.SignInOutcome;
import org.rescueline.security.internal.Users;
import org.rescueline.shared.Failure;

/** The sign-in of a person: come in, who am I, go out. */
@Path("/api/v1/session")
@Tag(name = "Session")
public class SessionResource {

    private static final int TOO_MANY_REQUESTS = 429;

    private final SignInFlow signIn;
    private final Users users;
    private final CurrentUser currentUser;
    private final SessionCookie cookie;
    private final boolean demo;

    SessionResource(
            SignInFlow signIn,
            Users users,
            CurrentUser currentUser,
            SessionCookie cookie,
            @ConfigProperty(name = "rescueline.demo.enabled", defaultValue = "false") boolean demo) {
        this.signIn = signIn;
        this.users = users;
        this.currentUser = currentUser;
        this.cookie = cookie;
        this.demo = demo;
    }

    /** Signs in: 200 and the cookie, 401 when refused, 429 when there were too many wrong passwords. */
    @POST
    @PermitAll
    public Uni<Response> create(@Valid @NotNull Credentials credentials, @Context HttpServerRequest request) {
        return signIn.signIn(credentials.username(), credentials.password(), addressOf(request))
                .map(outcome -> answer(outcome, request));
    }

    /** Who is signed in. */
    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMIN})
    public SessionView read() {
        return new SessionView(currentUser.user().orElseThrow(SessionResource::nobody), demo);
    }

    /** Signs out: the session ends at once, and so does the live feed that hangs on it. */
    @DELETE
    @RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMIN})
    public Uni<Response> delete(@Context HttpServerRequest request) {
        var user = currentUser.user().orElseThrow(SessionResource::nobody);
        var key = currentUser.sessionKey().orElseThrow(SessionResource::nobody);
        return signIn.signOut(key, user, addressOf(request))
                .replaceWith(() -> Response.noContent().cookie(removed(request)).build());
    }

    /** Changes the own password; every session of the user ends, this one too. */
    @PUT
    @Path("/password")
    @RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMIN})
    public Uni<Response> changePassword(@Valid @NotNull PasswordChange change, @Context HttpServerRequest request) {
        var user = currentUser.user().orElseThrow(SessionResource::nobody);
        return users.changeOwnPassword(user.id(), change.present(), change.password(), currentUser.actor())
                .replaceWith(() -> Response.noContent().cookie(removed(request)).build());
    }

    private Response answer(SignInOutcome outcome, HttpServerRequest request) {
        if (outcome instanceof SignInOutcome.SignedIn signedIn) {
            return Response.ok(new SessionView(signedIn.user(), demo))
                    .cookie(cookie.holding(signedIn.token().text(), request.scheme(), hostOf(request)))
                    .build();
        }
        if (outcome instanceof SignInOutcome.Throttled throttled) {
            throw tooMany(throttled.delay(), request);
        }
        throw Failure.unauthenticated("security.sign-in-refused");
    }

    private static Failure tooMany(Duration wait, HttpServerRequest request) {
        var seconds = Math.max(1, wait.toSeconds());
        request.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return Failure.denied("security.sign-in-throttled", Map.of("minutes", seconds / 60 + 1))
                .withStatus(TOO_MANY_REQUESTS);
    }

    private NewCookie removed(HttpServerRequest request) {
        return cookie.removed(request.scheme(), hostOf(request));
    }

    private static String addressOf(HttpServerRequest request) {
        return request.remoteAddress().hostAddress();
    }

    private static String hostOf(HttpServerRequest request) {
        var authority = request.authority();
        return authority == null ? "" : authority.host();
    }

    private static Failure nobody() {
        return Failure.unauthenticated("security.not-signed-in");
    }

    /** What a person signs in with. */
    public record Credentials(
            @NotNull @Size(max = 200) String username,
            @NotNull @Size(max = 1000) String password) {

        @Override
        public String toString() {
            return "Credentials[" + username + "]";
        }
    }

    /** The present password and the one wanted instead. */
    public record PasswordChange(
            @NotNull @Size(max = 1000) String present,
            @NotNull @Size(max = 1000) String password) {

        @Override
        public String toString() {
            return "PasswordChange[]";
        }
    }

    /** Who is signed in, and whether this is a demo. */
    public record SessionView(UserView user, boolean demo) {}
}
