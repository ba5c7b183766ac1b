package org.rescueline.event.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.rescueline.event.CallerCard;
import org.rescueline.event.EventService;
import org.rescueline.security.CurrentUser;
import org.rescueline.security.Roles;
import org.rescueline.telephony.CallView;
import org.rescueline.telephony.TelephonyService;

/** Who is calling: trucks, places, cases and the nearest stations of a call. */
@Path("/api/v1/calls/{callId}/caller-card")
@RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR})
@Tag(name = "Events")
public class CallerCardResource {

    private final EventService events;
    private final TelephonyService telephony;
    private final EventLens lens;
    private final CurrentUser currentUser;

    CallerCardResource(EventService events, TelephonyService telephony, EventLens lens, CurrentUser currentUser) {
        this.events = events;
        this.telephony = telephony;
        this.lens = lens;
        this.currentUser = currentUser;
    }

    /** The card of a call. */
    @GET
    public Uni<CallerCard> card(@RestPath UUID callId) {
        return telephony.getCall(callId).chain(call -> events.callerCard(callId)
                .map(card -> lens.show(card, hasTheCall(call))));
    }

    private boolean hasTheCall(CallView call) {
        return currentUser
                .extension()
                .filter(extension -> extension.equals(call.operatorExtension())
                        || call.ringingExtensions().contains(extension))
                .isPresent();
    }
}
