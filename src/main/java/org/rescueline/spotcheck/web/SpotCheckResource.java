package org.rescueline.spotcheck.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.CurrentUser;
import org.rescueline.security.Roles;
import org.rescueline.shared.Page;
import org.rescueline.shared.PageRequest;
import org.rescueline.spotcheck.SpotCheckFilter;
import org.rescueline.spotcheck.SpotCheckService;
import org.rescueline.spotcheck.SpotCheckState;
import org.rescueline.spotcheck.SpotCheckView;
import org.rescueline.station.DutyPhoneVerdict;

/** Spot checks of the duty phones, for supervisors. A check not yet dialled is shown to nobody but its requester. */
@Path("/api/v1/spot-checks")
@RolesAllowed(Roles.SUPERVISOR)
@Tag(name = "Spot checks")
public class SpotCheckResource {

    private final SpotCheckService spotChecks;
    private final CurrentUser currentUser;

    SpotCheckResource(SpotCheckService spotChecks, CurrentUser currentUser) {
        this.spotChecks = spotChecks;
        this.currentUser = currentUser;
    }

    /** Spot checks, newest first. */
    @GET
    public Uni<Page<SpotCheckView>> list(
            @QueryParam("stationId") @Nullable UUID stationId,
            @QueryParam("q") @Nullable @Size(max = 100) String q,
            @QueryParam("verdict") List<DutyPhoneVerdict> verdicts,
            @QueryParam("state") List<SpotCheckState> states,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("size") @Nullable Integer size,
            @QueryParam("sort") @Nullable String sort) {
        var filter = new SpotCheckFilter(stationId, q, Set.copyOf(verdicts), Set.copyOf(states));
        return spotChecks.listSpotChecks(filter, PageRequest.of(page, size, sort), currentUser.viewer());
    }

    /** One spot check. */
    @GET
    @Path("/{id}")
    public Uni<SpotCheckView> read(@RestPath UUID id) {
        return spotChecks.getSpotCheck(id, currentUser.viewer());
    }

    /** Rings a duty phone now. A second request while it rings is refused, so nothing rings twice. */
    @POST
    public Uni<Response> check(@Valid @NotNull CheckWanted wanted) {
        return spotChecks
                .check(wanted.stationId(), wanted.dutyPhoneId(), currentUser.viewer())
                .map(check -> Response.accepted(check)
                        .location(URI.create("/api/v1/spot-checks/" + check.id()))
                        .build());
    }

    /** Which duty phone of which station. */
    public record CheckWanted(
            @NotNull UUID stationId, @NotNull UUID dutyPhoneId) {}
}
