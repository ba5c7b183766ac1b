package org.rescueline.telephony.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.CurrentUser;
import org.rescueline.security.Roles;
import org.rescueline.shared.Failure;
import org.rescueline.telephony.DeskPhone;
import org.rescueline.telephony.DeskView;
import org.rescueline.telephony.PauseReason;
import org.rescueline.telephony.SignOn;
import org.rescueline.telephony.TelephonyConfig;
import org.rescueline.telephony.internal.desk.DeskFlow;
import org.rescueline.telephony.internal.desk.PhoneCredentials;

/** The operator's desk: take it, keep it, pause, leave; and the secret its browser phone signs on with. */
@Path("/api/v1/desk")
@RolesAllowed({Roles.OPERATOR, Roles.SUPERVISOR})
@Tag(name = "Desks")
public class DeskResource {

    private final DeskFlow desks;
    private final PhoneCredentials credentials;
    private final TelephonyConfig config;
    private final CurrentUser user;

    DeskResource(DeskFlow desks, PhoneCredentials credentials, TelephonyConfig config, CurrentUser user) {
        this.desks = desks;
        this.credentials = credentials;
        this.config = config;
        this.user = user;
    }

    /** The own desk, if one works there, and what phones there are. */
    @GET
    public Uni<DeskAnswer> read() {
        return desks.findDesk(extension()).map(this::answer);
    }

    /** Every desk somebody works at. */
    @GET
    @Path("/all")
    @RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMIN})
    public Uni<List<DeskView>> list() {
        return desks.listDesks();
    }

    /** Takes the desk for a page, and chooses the phone. */
    @PUT
    public Uni<DeskAnswer> claim(@Valid @NotNull DeskWanted wanted) {
        return desks.claim(page(wanted.page()), wanted.phone(), wanted.takeBack())
                .map(desk -> answer(Optional.of(desk)));
    }

    /** The page lives. */
    @POST
    @Path("/heartbeat")
    public Uni<DeskView> beat(@Valid @NotNull PageNamed named) {
        return desks.beat(page(named.page()));
    }

    /** Gets up. */
    @DELETE
    public Uni<Void> leave() {
        return desks.leave(extension(), user.actor());
    }

    /** Takes no calls for a while. */
    @POST
    @Path("/pause")
    public Uni<DeskView> pause(@Valid @NotNull PauseWanted wanted) {
        if (wanted.reason() == PauseReason.SUPERVISOR) {
            throw Failure.invalid("reason", "telephony.pause-not-own");
        }
        return desks.pause(extension(), wanted.reason(), user.actor());
    }

    /** Takes calls again, after a pause or before the wrap-up is over. */
    @POST
    @Path("/resume")
    public Uni<DeskView> resume() {
        return desks.resume(extension(), user.actor());
    }

    /** A new secret for the browser phone; the one before it is void. */
    @POST
    @Path("/sign-on")
    public Uni<SignOn> signOn(@Valid @NotNull PageNamed named) {
        return credentials.issue(page(named.page()));
    }

    /** A supervisor takes a desk away from a page that does not answer for it any more. */
    @POST
    @Path("/{extension}/take-away")
    @RolesAllowed(Roles.SUPERVISOR)
    public Uni<DeskView> takeAway(
            @RestPath @Pattern(regexp = "[0-9]{2,8}") String extension, @Valid @NotNull Because because) {
        return desks.takeAway(extension, because.reason(), user.viewer());
    }

    private String extension() {
        return user.extension().orElseThrow(() -> Failure.conflict("telephony.no-extension"));
    }

    private DeskFlow.Page page(UUID pageId) {
        var person = user.user().orElseThrow(() -> Failure.unauthenticated("security.not-signed-in"));
        var session = user.sessionKey().orElseThrow(() -> Failure.unauthenticated("security.not-signed-in"));
        return new DeskFlow.Page(person, session, pageId);
    }

    private DeskAnswer answer(Optional<DeskView> desk) {
        return new DeskAnswer(
                desk.orElse(null),
                credentials.socket().isPresent(),
                config.desk().staleAfter().toMillis() / 3,
                Stream.of(PauseReason.values())
                        .filter(reason -> reason != PauseReason.SUPERVISOR)
                        .toList());
    }

    /** The page that asks, by an id it has drawn for itself. */
    public record PageNamed(@NotNull UUID page) {}

    /**
     * The desk a page wants.
     *
     * @param takeBack whether another page of this person may be put out, and a stale desk taken back
     */
    public record DeskWanted(@NotNull UUID page, @NotNull DeskPhone phone, boolean takeBack) {}

    /** Why no calls. */
    public record PauseWanted(@NotNull PauseReason reason) {}

    /** Why something is done to somebody. */
    public record Because(@NotBlank @Size(max = 300) String reason) {}

    /**
     * The own desk.
     *
     * @param browserPhone whether there are phones in browsers
     * @param heartbeatMillis how often the page is to say that it lives
     */
    public record DeskAnswer(
            @Nullable DeskView desk, boolean browserPhone, long heartbeatMillis, List<PauseReason> reasons) {}
}
