package org.rescueline.telephony.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.CurrentUser;
import org.rescueline.security.Roles;
import org.rescueline.shared.Failure;
import org.rescueline.telephony.SupervisionMode;
import org.rescueline.telephony.SupervisionService;
import org.rescueline.telephony.SupervisionView;

/** Supervisors in a call. */
@Path("/api/v1/calls/{id}/supervisions")
@Tag(name = "Calls")
public class SupervisionResource {

    private final SupervisionService supervisions;
    private final CurrentUser user;

    SupervisionResource(SupervisionService supervisions, CurrentUser user) {
        this.supervisions = supervisions;
        this.user = user;
    }

    /** How the supervisor wants to join. */
    public record JoinRequest(@Nullable SupervisionMode mode) {}

    /** Rings the supervisor's telephone and joins it with the call. Stands in the audit and on the operator's page. */
    @POST
    @RolesAllowed(Roles.SUPERVISOR)
    @ResponseStatus(202)
    public Uni<SupervisionView> join(@RestPath UUID id, JoinRequest how) {
        if (how == null || how.mode() == null) {
            throw Failure.invalid("mode", "telephony.supervision-mode");
        }
        return supervisions.join(id, how.mode(), user.viewer());
    }

    /** Who joined the call, the newest first. */
    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.SUPERVISOR})
    public Uni<List<SupervisionView>> list(@RestPath UUID id) {
        return supervisions.listSupervisions(id);
    }
}
