package org.rescueline.telephony.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.rescueline.security.CurrentUser;
import org.rescueline.security.PhoneMask;
import org.rescueline.security.Roles;
import org.rescueline.security.UserView;
import org.rescueline.shared.Failure;
import org.rescueline.telephony.CallClaim;
import org.rescueline.telephony.CallStep;
import org.rescueline.telephony.internal.control.CallControlFlow;
import org.rescueline.telephony.internal.control.ClaimStore;
import org.rescueline.telephony.internal.control.StepStore;

/** What an operator does with a call in progress, and what was done. */
@Path("/api/v1/calls/{id}")
@RolesAllowed({Roles.OPERATOR, Roles.SUPERVISOR})
@Tag(name = "Calls")
public class CallControlResource {

    private final CallControlFlow control;
    private final StepStore steps;
    private final ClaimStore claims;
    private final PhoneMask mask;
    private final CurrentUser user;

    CallControlResource(CallControlFlow control, StepStore steps, ClaimStore claims, PhoneMask mask, CurrentUser user) {
        this.control = control;
        this.steps = steps;
        this.claims = claims;
        this.mask = mask;
        this.user = user;
    }

    /** What was done with the call, the oldest first. */
    @GET
    @Path("/steps")
    @RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMIN})
    public Uni<List<CallStep>> steps(@RestPath UUID id) {
        var viewer = user.viewer();
        return claims.find(id).chain(claim -> {
            boolean works =
                    claim.filter(it -> it.userId().equals(viewer.userId())).isPresent();
            var lens = mask.lensFor(viewer, works);
            return steps.list(id)
                    .map(list ->
                            list.stream().map(step -> step.seenThrough(lens)).toList());
        });
    }

    /** Claims the call for the operator at whose phone it rings. */
    @POST
    @Path("/claim")
    public Uni<CallClaim> claim(@RestPath UUID id) {
        return control.claim(id, person());
    }

    /** Asks a colleague or somebody outside while the caller waits. */
    @POST
    @Path("/ask")
    @ResponseStatus(202)
    public Uni<Void> ask(@RestPath UUID id, @Valid @NotNull Target target) {
        return control.ask(id, target.target(), person());
    }

    /** Stops asking; back to the caller. */
    @POST
    @Path("/end-asking")
    @ResponseStatus(202)
    public Uni<Void> endAsking(@RestPath UUID id) {
        return control.endAsking(id, person());
    }

    /** Leaves the caller with the one who was asked. */
    @POST
    @Path("/hand-over")
    @ResponseStatus(202)
    public Uni<Void> handOver(@RestPath UUID id) {
        return control.handOver(id, person());
    }

    /** Hands the caller on unasked. */
    @POST
    @Path("/transfer")
    @ResponseStatus(202)
    public Uni<Void> transfer(@RestPath UUID id, @Valid @NotNull Target target) {
        return control.transfer(id, target.target(), person());
    }

    /** Brings all three to one table. */
    @POST
    @Path("/conference")
    @ResponseStatus(202)
    public Uni<Void> confer(@RestPath UUID id) {
        return control.confer(id, person());
    }

    /** Notes that the phone in the page was muted, or can be heard again. */
    @POST
    @Path("/mute")
    @ResponseStatus(202)
    public Uni<Void> mute(@RestPath UUID id, @Valid @NotNull Muted muted) {
        return control.noteMute(id, muted.muted(), person());
    }

    /** A supervisor takes the call to the own phone. */
    @POST
    @Path("/take-over")
    @RolesAllowed(Roles.SUPERVISOR)
    public Uni<CallClaim> takeOver(@RestPath UUID id, @Valid @NotNull TakeOver wanted) {
        return control.takeOver(id, wanted.from(), wanted.reason(), person());
    }

    private UserView person() {
        return user.user().orElseThrow(() -> Failure.unauthenticated("security.not-signed-in"));
    }

    /** An extension, or a number as people write it. */
    public record Target(@NotBlank @Size(max = 40) String target) {}

    /** Whether the operator cannot be heard. */
    public record Muted(boolean muted) {}

    /**
     * A take-over.
     *
     * @param from the user who is believed to have the call
     */
    public record TakeOver(
            @NotNull UUID from, @NotBlank @Size(max = 300) String reason) {}
}
