package org.rescueline.telephony.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rescueline.security.Roles;
import org.rescueline.telephony.TelephonyService;
import org.rescueline.telephony.TelephonyState;

/** How fresh the view of the telephones is. */
@Path("/api/v1/telephony")
@RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMIN})
@Tag(name = "Calls")
public class TelephonyResource {

    private final TelephonyService telephony;

    TelephonyResource(TelephonyService telephony) {
        this.telephony = telephony;
    }

    /** Which switch is attached, whether it is connected, and how many callers wait. */
    @GET
    @Path("/state")
    public TelephonyState state() {
        return telephony.state();
    }
}
