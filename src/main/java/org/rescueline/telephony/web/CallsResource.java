package org.rescueline.telephony.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
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
import org.rescueline.shared.Failure;
import org.rescueline.shared.Page;
import org.rescueline.shared.PageRequest;
import org.rescueline.telephony.CallDirection;
import org.rescueline.telephony.CallFilter;
import org.rescueline.telephony.CallState;
import org.rescueline.telephony.CallView;
import org.rescueline.telephony.TelephonyService;

/** The ledger of calls, for those who answer, dispatch and supervise. */
@Path("/api/v1/calls")
@RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMIN})
@Tag(name = "Calls")
public class CallsResource {

    private final TelephonyService telephony;
    private final CurrentUser user;
    private final PhoneMask mask;

    CallsResource(TelephonyService telephony, CurrentUser user, PhoneMask mask) {
        this.telephony = telephony;
        this.user = user;
        this.mask = mask;
    }

    /**
     * Calls, the newest first.
     *
     * @param from earliest arrival, inclusive
     * @param to latest arrival, exclusive
     * @param number whole, or a part of it
     * @param operator the user id of whoever had the call
     */
    @GET
    public Uni<Page<CallView>> list(
            @RestQuery @Nullable CallState state,
            @RestQuery @Nullable CallDirection direction,
            @RestQuery @Nullable Instant from,
            @RestQuery @Nullable Instant to,
            @RestQuery @Nullable String number,
            @RestQuery @Nullable UUID operator,
            @RestQuery @Nullable Integer page,
            @RestQuery @Nullable Integer size,
            @RestQuery @Nullable String sort) {
        var viewer = user.viewer();
        return telephony
                .listCalls(
                        new CallFilter(state, direction, from, to, number, operator), PageRequest.of(page, size, sort))
                .map(found -> found.map(call -> seen(call, viewer)));
    }

    /** Calls that are not over, the oldest first. */
    @GET
    @Path("/live")
    public Uni<List<CallView>> live() {
        var viewer = user.viewer();
        return telephony
                .listLive()
                .map(calls -> calls.stream().map(call -> seen(call, viewer)).toList());
    }

    /** One call. */
    @GET
    @Path("/{id}")
    public Uni<CallView> get(@RestPath UUID id) {
        var viewer = user.viewer();
        return telephony.getCall(id).map(call -> seen(call, viewer));
    }

    /** Lets the asking operator's own phone, which rings for this call, go off the hook. */
    @POST
    @Path("/{id}/answer")
    @RolesAllowed(Roles.OPERATOR)
    @ResponseStatus(202)
    public Uni<Void> answer(@RestPath UUID id) {
        var extension = user.extension().orElseThrow(() -> Failure.conflict("telephony.no-extension"));
        return telephony.answer(id, extension);
    }

    /** Ends a call: one's own, or as a supervisor any. */
    @POST
    @Path("/{id}/hangup")
    @RolesAllowed({Roles.OPERATOR, Roles.SUPERVISOR})
    @ResponseStatus(202)
    public Uni<Void> hangup(@RestPath UUID id) {
        var viewer = user.viewer();
        return telephony.getCall(id).chain(call -> {
            if (!viewer.has(Role.SUPERVISOR) && !works(call, viewer)) {
                throw Failure.denied("telephony.not-your-call");
            }
            return telephony.hangup(id);
        });
    }

    private CallView seen(CallView call, Viewer viewer) {
        return call.seenThrough(mask.lensFor(viewer, works(call, viewer)));
    }

    /** The operator who has the call, or whose phone rings for it. */
    private static boolean works(CallView call, Viewer viewer) {
        return viewer.extension()
                .filter(extension -> viewer.userId().equals(call.operatorId())
                        || extension.equals(call.operatorExtension()) && call.operatorId() == null
                        || call.ringingExtensions().contains(extension))
                .isPresent();
    }
}
