package org.rescueline.callback.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.rescueline.callback.CallbackFilter;
import org.rescueline.callback.CallbackReason;
import org.rescueline.callback.CallbackService;
import org.rescueline.callback.CallbackState;
import org.rescueline.callback.CallbackView;
import org.rescueline.callback.NewCallback;
import org.rescueline.security.CurrentUser;
import org.rescueline.security.PhoneMask;
import org.rescueline.security.Roles;
import org.rescueline.shared.Idempotency;
import org.rescueline.shared.Page;
import org.rescueline.shared.PageRequest;
import org.rescueline.shared.PhoneNumber;
import org.rescueline.shared.Versions;

/** Callbacks: the list, the dial, the verdict, and the promise. */
@Path("/api/v1/callbacks")
@RolesAllowed({Roles.OPERATOR, Roles.SUPERVISOR})
@Tag(name = "Callbacks")
public class CallbackResource {

    private final CallbackService callbacks;
    private final Idempotency idempotency;
    private final PhoneMask mask;
    private final CurrentUser currentUser;

    CallbackResource(CallbackService callbacks, Idempotency idempotency, PhoneMask mask, CurrentUser currentUser) {
        this.callbacks = callbacks;
        this.idempotency = idempotency;
        this.mask = mask;
        this.currentUser = currentUser;
    }

    /** Callbacks, the most urgent first. */
    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMIN})
    public Uni<Page<CallbackView>> list(
            @QueryParam("state") List<CallbackState> states,
            @QueryParam("reason") List<CallbackReason> reasons,
            @QueryParam("number") @Nullable String number,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("size") @Nullable Integer size,
            @QueryParam("sort") @Nullable String sort) {
        var e164 = number == null || number.isBlank()
                ? null
                : PhoneNumber.parse("number", number).e164();
        var filter = new CallbackFilter(Set.copyOf(states), Set.copyOf(reasons), e164);
        return callbacks.listCallbacks(filter, PageRequest.of(page, size, sort)).map(found -> found.map(this::show));
    }

    /** One callback with its calls and attempts. */
    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMIN})
    public Uni<Response> read(@RestPath UUID id) {
        return callbacks.getCallback(id).map(callback -> tagged(Response.ok(), callback));
    }

    /** Writes a promise down. */
    @POST
    @RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR})
    public Uni<Response> create(
            @HeaderParam(Idempotency.HEADER) @Nullable String key, @Valid @NotNull CallbackWanted wanted) {
        var viewer = currentUser.viewer();
        return idempotency
                .once(
                        key,
                        currentUser.userId(),
                        "POST /api/v1/callbacks",
                        wanted,
                        CallbackView.class,
                        () -> callbacks.createCallback(wanted.asNewCallback(), viewer))
                .map(callback -> tagged(Response.created(URI.create("/api/v1/callbacks/" + callback.id())), callback));
    }

    /**
     * Claims the callback and rings the operator's telephone, then the customer's. Sent again while the attempt runs, it
     * answers the same and dials nothing.
     */
    @POST
    @Path("/{id}/dial")
    @RolesAllowed(Roles.OPERATOR)
    public Uni<Response> dial(@RestPath UUID id) {
        return callbacks.dial(id, currentUser.viewer()).map(callback -> tagged(Response.accepted(), callback));
    }

    /** Says whether the right party was reached. */
    @POST
    @Path("/{id}/verdict")
    public Uni<Response> judge(
            @RestPath UUID id, @HeaderParam(Idempotency.HEADER) @Nullable String key, @Valid @NotNull Verdict verdict) {
        var viewer = currentUser.viewer();
        return idempotency
                .once(
                        key,
                        currentUser.userId(),
                        "POST /api/v1/callbacks/" + id + "/verdict",
                        verdict,
                        CallbackView.class,
                        () -> callbacks.judge(id, verdict.reached(), verdict.note(), viewer))
                .map(callback -> tagged(Response.ok(), callback));
    }

    private Response tagged(Response.ResponseBuilder response, CallbackView callback) {
        return response.header(HttpHeaders.ETAG, Versions.etag(callback.version()))
                .entity(show(callback))
                .build();
    }

    private CallbackView show(CallbackView callback) {
        var viewer = currentUser.viewer();
        return callback.seenThrough(mask.lensFor(viewer, callback.isClaimedBy(viewer.userId())));
    }

    /** What is promised. */
    public record CallbackWanted(
            @Nullable CallbackReason reason,
            @NotBlank String number,
            @NotNull Instant dueAt,
            @Nullable UUID eventId,
            @Nullable @Size(max = 500) String note) {

        NewCallback asNewCallback() {
            return new NewCallback(
                    reason == null ? CallbackReason.PROMISE : reason,
                    PhoneNumber.parse("number", number),
                    dueAt,
                    eventId,
                    note);
        }
    }

    /** Whether the person who answered was the right one. */
    public record Verdict(
            @NotNull Boolean reached,
            @Nullable @Size(max = 500) String note) {}
}
