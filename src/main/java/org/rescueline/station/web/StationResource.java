package org.rescueline.station.web;

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
import org.rescueline.security.Role;
import org.rescueline.security.Roles;
import org.rescueline.shared.Idempotency;
import org.rescueline.shared.Page;
import org.rescueline.shared.PageRequest;
import org.rescueline.shared.Versions;
import org.rescueline.station.OfficeView;
import org.rescueline.station.Ranking;
import org.rescueline.station.StationConfig;
import org.rescueline.station.StationService;
import org.rescueline.station.StationView;

/** The station register, and which stations are nearest. Reading is for everyone signed in, editing for administrators. */
@Path("/api/v1/stations")
@Tag(name = "Stations")
public class StationResource {

    private static final String COLLECTION = "/api/v1/stations";

    private final StationService stations;
    private final StationForms forms;
    private final StationConfig config;
    private final Idempotency idempotency;
    private final CurrentUser currentUser;
    private final PhoneMask phoneMask;
    private final Clock clock;

    StationResource(
            StationService stations,
            StationForms forms,
            StationConfig config,
            Idempotency idempotency,
            CurrentUser currentUser,
            PhoneMask phoneMask,
            Clock clock) {
        this.stations = stations;
        this.forms = forms;
        this.config = config;
        this.idempotency = idempotency;
        this.currentUser = currentUser;
        this.phoneMask = phoneMask;
        this.clock = clock;
    }

    /**
     * Lists stations.
     *
     * @param words found in code, name, address, head or a duty phone's number
     * @param gap {@code NO_DUTY_PHONE}, {@code NO_CAPABILITY}, {@code NO_RESCUE_VAN} or {@code NO_HEAD_PHONE}
     */
    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMIN})
    public Uni<Page<StationView>> list(
            @QueryParam("q") @Nullable String words,
            @QueryParam("status") @Nullable String status,
            @QueryParam("office") @Nullable String office,
            @QueryParam("gap") @Nullable String gap,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("size") @Nullable Integer size,
            @QueryParam("sort") @Nullable String sort) {
        var filter = StationQuery.filter(words, status, office, gap);
        return stations.listStations(filter, PageRequest.of(page, size, sort)).map(found -> found.map(this::shown));
    }

    /** The offices that supervise stations. */
    @GET
    @Path("/offices")
    @RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMIN})
    public Uni<List<OfficeView>> listOffices() {
        return stations.listOffices();
    }

    /**
     * Who could go to a place, best first, and which near stations cannot.
     *
     * @param datum of the two degrees: {@code WGS84} (default), {@code GCJ02} or {@code BD09}
     * @param need capabilities, separated by commas or given several times
     * @param limit 1 to 50, 5 when absent
     */
    @GET
    @Path("/nearest")
    @RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMIN})
    public Uni<Ranking> nearest(
            @QueryParam("latitude") @Nullable String latitude,
            @QueryParam("longitude") @Nullable String longitude,
            @QueryParam("datum") @Nullable String datum,
            @QueryParam("need") List<String> need,
            @QueryParam("limit") @Nullable String limit) {
        return stations.rank(StationQuery.ranking(latitude, longitude, datum, need, limit, clock.instant()));
    }

    /** One station. */
    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMIN})
    public Uni<Response> get(@PathParam("id") UUID id) {
        return stations.getStation(id).map(station -> answer(Response.Status.OK, station));
    }

    /** Enters a station. */
    @POST
    @RolesAllowed(Roles.ADMIN)
    public Uni<Response> create(@HeaderParam(Idempotency.HEADER) @Nullable String key, @NotNull StationForm form) {
        var station = form.toStation(config);
        return idempotency
                .once(
                        key,
                        currentUser.userId(),
                        "POST " + COLLECTION,
                        form,
                        StationView.class,
                        () -> stations.createStation(station, currentUser.actor()))
                .map(created -> answer(Response.Status.CREATED, created));
    }

    /** Changes the fields that are given; null clears one, a list is given whole (RFC 7396). */
    @PATCH
    @Path("/{id}")
    @RolesAllowed(Roles.ADMIN)
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
                        StationView.class,
                        () -> edit(id, patch, version))
                .map(edited -> answer(Response.Status.OK, edited));
    }

    private Uni<StationView> edit(UUID id, ObjectNode patch, long version) {
        return stations.getStation(id)
                .invoke(current -> Versions.check(version, current.version(), () -> current))
                .map(Unchecked.function(current -> forms.patched(current, patch).toStation(config)))
                .chain(edited -> stations.editStation(id, edited, currentUser.actor(), version));
    }

    private Response answer(Response.Status status, StationView station) {
        return Response.status(status)
                .header(HttpHeaders.ETAG, Versions.etag(station.version()))
                .entity(shown(station))
                .build();
    }

    /** Whoever sends stations out, or answers for them, must be able to ring their heads. */
    private StationView shown(StationView station) {
        var viewer = currentUser.viewer();
        boolean worksWithStations = viewer.hasAny(Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN);
        return station.seenThrough(phoneMask.lensFor(viewer, worksWithStations));
    }
}
