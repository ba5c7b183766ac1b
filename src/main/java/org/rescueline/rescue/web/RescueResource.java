package org.rescueline.rescue.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.rescueline.rescue.RescueJobView;
import org.rescueline.rescue.RescueService;
import org.rescueline.security.CurrentUser;
import org.rescueline.security.Roles;
import org.rescueline.shared.Idempotency;
import org.rescueline.shared.Page;
import org.rescueline.shared.PageRequest;
import org.rescueline.shared.Versions;
import org.rescueline.station.Ranking;

/** Rescue jobs: operators and dispatchers ask for them, dispatchers run them, supervisors allow the long trips. */
@Path("/api/v1/rescues")
@Tag(name = "Rescues")
public class RescueResource {

    private static final String COLLECTION = "/api/v1/rescues";

    private final RescueService rescues;
    private final Idempotency idempotency;
    private final CurrentUser currentUser;

    RescueResource(RescueService rescues, Idempotency idempotency, CurrentUser currentUser) {
        this.rescues = rescues;
        this.idempotency = idempotency;
        this.currentUser = currentUser;
    }

    /** Asks for a rescue; a case that has an open job answers with that one. */
    @POST
    @RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER})
    public Uni<Response> request(
            @HeaderParam(Idempotency.HEADER) @Nullable String key, @Valid @NotNull RescueRequests.New body) {
        return once(key, "", body, () -> rescues.requestRescue(body.eventId(), currentUser.actor()))
                .map(job -> answer(Response.Status.CREATED, job));
    }

    /**
     * Lists jobs, the clock that breaks first on top.
     *
     * @param stages names of stages, separated by commas or given several times
     * @param open only those to which something may still happen, or only the others
     */
    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMIN})
    public Uni<Page<RescueJobView>> list(
            @QueryParam("stage") List<String> stages,
            @QueryParam("open") @Nullable String open,
            @QueryParam("stationId") @Nullable String stationId,
            @QueryParam("eventId") @Nullable String eventId,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("size") @Nullable Integer size,
            @QueryParam("sort") @Nullable String sort) {
        var filter = RescueQuery.filter(stages, open, stationId, eventId);
        return rescues.listJobs(filter, PageRequest.of(page, size, sort));
    }

    /** One job. */
    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMIN})
    public Uni<Response> get(@PathParam("id") UUID id) {
        return rescues.getJob(id).map(job -> answer(Response.Status.OK, job));
    }

    /** Who should go, for the place as the case knows it now. The list is kept: an assignment names it by its id. */
    @POST
    @Path("/{id}/rank")
    @RolesAllowed(Roles.DISPATCHER)
    public Uni<Ranking> rank(@PathParam("id") UUID id, @Valid RescueRequests.@Nullable Rank body) {
        return rescues.rank(id, body == null ? null : body.need(), currentUser.actor());
    }

    /** Asks a station to go. */
    @POST
    @Path("/{id}/assign")
    @RolesAllowed(Roles.DISPATCHER)
    public Uni<Response> assign(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @Valid @NotNull RescueRequests.AssignStation body) {
        long version = Versions.required(ifMatch);
        return once(
                        key,
                        "/" + id + "/assign",
                        body,
                        () -> rescues.assign(id, body.toAssign(), currentUser.actor(), version))
                .map(job -> answer(Response.Status.OK, job));
    }

    /** Takes the job to its next stage. */
    @POST
    @Path("/{id}/advance")
    @RolesAllowed(Roles.DISPATCHER)
    public Uni<Response> advance(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @Valid @NotNull RescueRequests.Step body) {
        long version = Versions.required(ifMatch);
        return once(
                        key,
                        "/" + id + "/advance",
                        body,
                        () -> rescues.advance(id, body.toAdvance(), currentUser.actor(), version))
                .map(job -> answer(Response.Status.OK, job));
    }

    /** Says what keeps the job from going on; without a reason, that nothing does any more. */
    @POST
    @Path("/{id}/blocked")
    @RolesAllowed(Roles.DISPATCHER)
    public Uni<Response> block(
            @PathParam("id") UUID id,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @Valid @NotNull RescueRequests.Blocked body) {
        return once(
                        key,
                        "/" + id + "/blocked",
                        body,
                        () -> rescues.block(id, body.reason(), body.note(), currentUser.actor()))
                .map(job -> answer(Response.Status.OK, job));
    }

    /** Allows a trip beyond the distance that needs it. */
    @POST
    @Path("/{id}/long-trip-approval")
    @RolesAllowed(Roles.SUPERVISOR)
    public Uni<Response> approveLongTrip(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @Valid RescueRequests.@Nullable Approval body) {
        long version = Versions.required(ifMatch);
        var note = body == null ? null : body.note();
        return once(
                        key,
                        "/" + id + "/long-trip-approval",
                        body,
                        () -> rescues.approveLongTrip(id, note, currentUser.actor(), version))
                .map(job -> answer(Response.Status.OK, job));
    }

    private Uni<RescueJobView> once(
            @Nullable String key, String path, @Nullable Object body, Supplier<Uni<RescueJobView>> work) {
        return idempotency.once(
                key, currentUser.userId(), "POST " + COLLECTION + path, body, RescueJobView.class, work);
    }

    private static Response answer(Response.Status status, RescueJobView job) {
        return Response.status(status)
                .header(HttpHeaders.ETAG, Versions.etag(job.version()))
                .entity(job)
                .build();
    }
}
