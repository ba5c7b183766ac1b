package org.rescueline.telephony.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.PathPart;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.CurrentUser;
import org.rescueline.security.Roles;
import org.rescueline.telephony.RecordedSound;
import org.rescueline.telephony.RecordingService;
import org.rescueline.telephony.RecordingView;
import org.rescueline.telephony.WaveformView;

/** Recordings: for supervisors, and for the operator who had the call. Each listening stands in the audit. */
@Path("/api/v1/recordings/{id}")
@RolesAllowed({Roles.OPERATOR, Roles.SUPERVISOR})
@Tag(name = "Recordings")
public class RecordingResource {

    private final RecordingService recordings;
    private final CurrentUser user;

    RecordingResource(RecordingService recordings, CurrentUser user) {
        this.recordings = recordings;
        this.user = user;
    }

    /** Why somebody holds or releases a recording: 1 to 500 characters. */
    public record HoldRequest(@Nullable String reason) {}

    /** How loud it is over its length, to draw it. */
    @GET
    @Path("/waveform")
    public Uni<WaveformView> waveform(@RestPath UUID id) {
        return recordings.getWaveform(id, user.viewer());
    }

    /** The sound as WAV, whole or the part that the header {@code Range} names. */
    @GET
    @Path("/audio")
    @Produces("audio/wav")
    public Uni<Response> audio(
            @RestPath UUID id,
            @RestHeader("Range") @Nullable String range,
            @RestHeader("If-Range") @Nullable String known) {
        return recordings.listen(id, user.viewer()).map(sound -> answer(sound, range, known));
    }

    /** Suspends retention. */
    @POST
    @Path("/hold")
    @RolesAllowed(Roles.SUPERVISOR)
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<RecordingView> hold(@RestPath UUID id, HoldRequest why) {
        return recordings.hold(id, reason(why), user.viewer());
    }

    /** Lets retention go on. */
    @POST
    @Path("/release")
    @RolesAllowed(Roles.SUPERVISOR)
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<RecordingView> release(@RestPath UUID id, HoldRequest why) {
        return recordings.release(id, reason(why), user.viewer());
    }

    private static String reason(@Nullable HoldRequest why) {
        return why == null || why.reason() == null ? "" : why.reason();
    }

    private static Response answer(RecordedSound sound, @Nullable String range, @Nullable String known) {
        var tag = '"' + sound.sha256() + '"';
        // A part of an older version is of no use; recordings never change, so another tag was never ours.
        var wanted = ByteRange.parse(known == null || known.equals(tag) ? range : null, sound.bytes());
        if (wanted.isPresent() && !wanted.get().isSatisfiable()) {
            return headers(Response.status(416), tag)
                    .header("Content-Range", "bytes */" + sound.bytes())
                    .build();
        }
        var part = wanted.orElse(new ByteRange(0, sound.bytes() - 1));
        var answer = headers(Response.status(wanted.isPresent() ? 206 : 200), tag)
                .entity(new PathPart(sound.file(), part.first(), part.length()));
        return wanted.isPresent()
                ? answer.header("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + sound.bytes())
                        .build()
                : answer.build();
    }

    private static Response.ResponseBuilder headers(Response.ResponseBuilder answer, String tag) {
        return answer.header("Accept-Ranges", "bytes").header("ETag", tag).header("Cache-Control", "private, no-cache");
    }
}
