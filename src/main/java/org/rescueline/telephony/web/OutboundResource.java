package org.rescueline.telephony.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.CurrentUser;
import org.rescueline.security.PhoneMask;
import org.rescueline.security.Role;
import org.rescueline.security.Roles;
import org.rescueline.security.Viewer;
import org.rescueline.shared.PhoneNumber;
import org.rescueline.telephony.OutboundCallView;
import org.rescueline.telephony.internal.dial.OutboundFlow;

/** Rings a number from the page, and tells what came of it. */
@Path("/api/v1/outbound")
@RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR})
@Tag(name = "Calls")
public class OutboundResource {

    private final OutboundFlow outbound;
    private final PhoneMask mask;
    private final CurrentUser user;

    OutboundResource(OutboundFlow outbound, PhoneMask mask, CurrentUser user) {
        this.outbound = outbound;
        this.mask = mask;
        this.user = user;
    }

    /** Rings the own phone, then the number. The same attempt id never rings twice. */
    @POST
    @ResponseStatus(202)
    public Uni<OutboundCallView> ring(@Valid @NotNull CallWanted wanted) {
        var viewer = user.viewer();
        var number = PhoneNumber.parse("number", wanted.number());
        var asked = new OutboundFlow.Wanted(wanted.attemptId(), number, wanted.hotline(), wanted.eventId());
        return outbound.ring(asked, viewer).map(call -> seen(call, viewer));
    }

    /** What came of one. */
    @GET
    @Path("/{id}")
    public Uni<OutboundCallView> get(@RestPath UUID id) {
        var viewer = user.viewer();
        return outbound.get(id).map(call -> seen(call, viewer));
    }

    /** The own calls, the newest first; a supervisor's question may be about everybody. */
    @GET
    public Uni<List<OutboundCallView>> list(@RestQuery boolean everybody, @RestQuery @Nullable UUID event) {
        var viewer = user.viewer();
        var by = everybody && viewer.has(Role.SUPERVISOR) || event != null ? null : viewer.userId();
        return outbound.list(by, event)
                .map(calls -> calls.stream().map(call -> seen(call, viewer)).toList());
    }

    private OutboundCallView seen(OutboundCallView call, Viewer viewer) {
        return call.seenThrough(mask.lensFor(viewer, viewer.userId().equals(call.orderedBy())));
    }

    /**
     * What to ring.
     *
     * @param attemptId drawn by the page
     * @param hotline the number to show; absent for the one this customer rang last
     */
    public record CallWanted(
            @NotNull UUID attemptId,
            @NotBlank @Size(max = 40) String number,
            @Nullable @Size(max = 20) String hotline,
            @Nullable UUID eventId) {}
}
