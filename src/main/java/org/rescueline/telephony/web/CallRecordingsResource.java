package org.rescueline.telephony.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.rescueline.security.CurrentUser;
import org.rescueline.security.Roles;
import org.rescueline.telephony.RecordingService;
import org.rescueline.telephony.RecordingView;

/** What was recorded of a call: for supervisors, and for the operator who had it. */
@Path("/api/v1/calls/{id}/recordings")
@RolesAllowed({Roles.OPERATOR, Roles.SUPERVISOR})
@Tag(name = "Recordings")
public class CallRecordingsResource {

    private final RecordingService recordings;
    private final CurrentUser user;

    CallRecordingsResource(RecordingService recordings, CurrentUser user) {
        this.recordings = recordings;
        this.user = user;
    }

    /** The recordings of a call, the oldest first; also those that retention removed, with the moment they went. */
    @GET
    public Uni<List<RecordingView>> list(@RestPath UUID id) {
        return recordings.listRecordings(id, user.viewer());
    }
}
