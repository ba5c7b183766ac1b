package org.rescueline.telephony.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.CurrentUser;
import org.rescueline.security.Roles;
import org.rescueline.shared.Failure;
import org.rescueline.telephony.RosterMember;
import org.rescueline.telephony.SupervisionService;
import org.rescueline.telephony.TelephonyService;

/** Who sits in the queues of the switch. */
@Path("/api/v1/telephony/roster")
@RolesAllowed({Roles.SUPERVISOR, Roles.ADMIN})
@Tag(name = "Calls")
public class RosterResource {

    private final TelephonyService telephony;
    private final SupervisionService supervisions;
    private final CurrentUser user;

    RosterResource(TelephonyService telephony, SupervisionService supervisions, CurrentUser user) {
        this.telephony = telephony;
        this.supervisions = supervisions;
        this.user = user;
    }

    /** Whether the operator's telephones are out of the queues, and why. */
    public record PauseRequest(
            @Nullable Boolean paused, @Nullable String reason) {}

    /** Takes an operator's telephones out of the queues, or puts them back. Stands in the audit. */
    @PUT
    @Path("/{extension}/pause")
    @RolesAllowed(Roles.SUPERVISOR)
    public Uni<List<RosterMember>> pause(@RestPath String extension, PauseRequest wanted) {
        if (wanted == null || wanted.paused() == null) {
            throw Failure.invalid("paused", "telephony.pause-unsaid");
        }
        var reason = wanted.reason() == null ? "" : wanted.reason();
        return supervisions.setPaused(extension, wanted.paused(), reason, user.viewer());
    }

    /** Every telephone in every queue now, with its skill, its state and its pause. */
    @GET
    public Uni<List<RosterMember>> list() {
        return telephony.listRoster();
    }
}
