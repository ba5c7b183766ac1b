package org.rescueline.vehicle.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rescueline.security.Roles;
import org.rescueline.vehicle.FittingView;
import org.rescueline.vehicle.RegisterService;

/** Where a terminal has been. */
@Path("/api/v1/terminals/{phone}/fittings")
@Tag(name = "Vehicles")
public class TerminalFittingsResource {
    private final RegisterService register;

    TerminalFittingsResource(RegisterService register) {
        this.register = register;
    }

    /** The vehicles a terminal is and was in, newest first. */
    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMIN})
    public Uni<List<FittingView>> fittings(@PathParam("phone") String phone) {
        return register.listFittings(phone);
    }
}
