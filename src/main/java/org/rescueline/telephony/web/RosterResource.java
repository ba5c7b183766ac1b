package org.rescueline.telephony.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rescueline.security.Roles;
import org.rescueline.telephony.RosterMember;
import org.rescueline.telephony.TelephonyService;

/** Who sits in the queues of the switch. */
@Path("/api/v1/telephony/roster")
@RolesAllowed({Roles.SUPERVISOR, Roles.ADMIN})
@Tag(name = "Calls")
public class RosterResource {

    private final TelephonyService telephony;

    RosterResource(TelephonyService telephony) {
        this.telephony = telephony;
    }

    /** Every telephone in every queue now, with its skill, its state and its pause. */
    @GET
    public Uni<List<RosterMember>> list() {
        return telephony.listRoster();
    }
}
