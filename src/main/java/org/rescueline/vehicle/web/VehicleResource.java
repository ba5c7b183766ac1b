package org.rescueline.vehicle.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.CurrentUser;
import org.rescueline.security.PhoneMask;
import org.rescueline.security.Roles;
import org.rescueline.shared.Idempotency;
import org.rescueline.shared.Page;
import org.rescueline.shared.PageRequest;
import org.rescueline.shared.Versions;
import org.rescueline.vehicle.PositionQueryOutcome;
import org.rescueline.vehicle.PositionView;
import org.rescueline.vehicle.TrackView;
import org.rescueline.vehicle.VehicleFilter;
import org.rescueline.vehicle.VehicleService;
import org.rescueline.vehicle.VehicleView;

/**
 * Vehicles, where they are and where they were. Contacts' numbers are masked here; who works a case reads them on the
 * case.
 */
@Path("/api/v1/vehicles")
@Tag(name = "Vehicles")
public class VehicleResource {
    private static final String COLLECTION = "/api/v1/vehicles";

    private final VehicleService vehicles;
    private final VehicleForms forms;
    private final Idempotency idempotency;
    private final CurrentUser currentUser;
    private final PhoneMask phoneMask;
    private final Clock clock;

    VehicleResource(
            VehicleService vehicles,
            VehicleForms forms,
            Idempotency idempotency,
            CurrentUser currentUser,
            PhoneMask phoneMask,
            Clock clock) {
        this.vehicles = vehicles;
        this.forms = forms;
        this.idempotency = idempotency;
        this.currentUser = currentUser;
        this.phoneMask = phoneMask;
        this.clock = clock;
    }

    /**
     * Lists vehicles.
     *
     * @param words plate or its beginning or end, VIN or its end, a contact's number or its end, a terminal phone
     */
    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMIN})
    public Uni<Page<VehicleView>> list(
            @QueryParam("q") @Nullable String words,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("size") @Nullable Integer size,
            @QueryParam("sort") @Nullable String sort) {
        return vehicles.listVehicles(new VehicleFilter(words), PageRequest.of(page, size, sort))
                .map(found -> found.map(this::shown));
    }

    /**
     * Last positions, from memory, newest first: of the vehicles named, or on a piece of the map.
     *
     * @param ids separated by commas
     * @param west degrees WGS-84, as the other three; east may be less than west
     * @param limit 1 to 5,000, 2,000 when absent
     */
    @GET
    @Path("/positions")
    @RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMIN})
    public List<PositionView> positions(
            @QueryParam("ids") @Nullable String ids,
            @QueryParam("west") @Nullable String west,
            @QueryParam("south") @Nullable String south,
            @QueryParam("east") @Nullable String east,
            @QueryParam("north") @Nullable String north,
            @QueryParam("limit") @Nullable Integer limit) {
        return ids == null
                ? vehicles.listPositions(VehicleQuery.box(west, south, east, north), VehicleQuery.limit(limit))
                : vehicles.findPositions(VehicleQuery.ids(ids));
    }

    /** One vehicle. */
    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMIN})
    public Uni<Response> get(@PathParam("id") UUID id) {
        return vehicles.getVehicle(id).map(vehicle -> answer(Response.Status.OK, vehicle));
    }

    /** Enters a vehicle. Operators may: the unknown truck of the driver on the line is entered while he talks. */
    @POST
    @RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.ADMIN})
    public Uni<Response> create(@HeaderParam(Idempotency.HEADER) @Nullable String key, @NotNull VehicleForm form) {
        var vehicle = form.toVehicle();
        return idempotency
                .once(
                        key,
                        currentUser.userId(),
                        "POST " + COLLECTION,
                        form,
                        VehicleView.class,
                        () -> vehicles.createVehicle(vehicle, currentUser.actor()))
                .map(created -> answer(Response.Status.CREATED, created));
    }

    /** Changes the fields that are given; null clears one, a list is given whole (RFC 7396). */
    @PATCH
    @Path("/{id}")
    @RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.ADMIN})
    public Uni<Response> edit(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @NotNull ObjectNode patch) {
        long version = Versions.required(ifMatch);
        return idempotency
                .once(
                        key,
                        currentUser.userId(),
                        "PATCH " + COLLECTION + "/" + id,
                        patch,
                        VehicleView.class,
                        () -> edit(id, patch, version))
                .map(edited -> answer(Response.Status.OK, edited));
    }

    /** Where the vehicle last was; 204 when it was never heard of. */
    @GET
    @Path("/{id}/position")
    @RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMIN})
    public Uni<Response> position(@PathParam("id") UUID id) {
        return vehicles.getVehicle(id)
                .chain(vehicle -> vehicles.findPosition(id))
                .map(found -> found.map(position -> Response.ok(position).build())
                        .orElseGet(() -> Response.noContent().build()));
    }

    /**
     * Where the vehicle was, as GeoJSON. Every look is noted.
     *
     * @param from ISO 8601 with zone; a day before {@code to} when absent
     * @param to ISO 8601 with zone; now when absent
     * @param tolerance metres by which a fix that is left out may miss the line, 0 to 10,000; every fix when absent
     */
    @GET
    @Path("/{id}/track")
    @RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMIN})
    public Uni<TrackView> track(
            @PathParam("id") UUID id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("tolerance") @Nullable Double tolerance) {
        VehicleQuery.requireTolerance(tolerance);
        var end = VehicleQuery.to(to, clock);
        return vehicles.getTrack(id, VehicleQuery.from(from, end), end, currentUser.actor())
                .map(track -> tolerance == null ? track : track.simplified(tolerance));
    }

    /** Asks the vehicle's terminal where it is, and waits for the answer some seconds. */
    @POST
    @Path("/{id}/position-query")
    @RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR})
    public Uni<PositionQueryOutcome> askPosition(@PathParam("id") UUID id) {
        return vehicles.askPosition(id);
    }

    private Uni<VehicleView> edit(UUID id, ObjectNode patch, long version) {
        return vehicles.getVehicle(id)
                .invoke(current -> Versions.check(version, current.version(), () -> shown(current)))
                .map(Unchecked.function(current -> forms.patched(current, patch).toVehicle()))
                .chain(edited -> vehicles.editVehicle(id, edited, currentUser.actor(), version));
    }

    private Response answer(Response.Status status, VehicleView vehicle) {
        return Response.status(status)
                .header(HttpHeaders.ETAG, Versions.etag(vehicle.version()))
                .entity(shown(vehicle))
                .build();
    }

    private VehicleView shown(VehicleView vehicle) {
        return vehicle.seenThrough(phoneMask.lensFor(currentUser.viewer(), false));
    }
}
