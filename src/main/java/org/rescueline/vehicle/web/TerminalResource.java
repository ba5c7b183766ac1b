package org.rescueline.vehicle.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.CurrentUser;
import org.rescueline.security.Roles;
import org.rescueline.shared.Failure;
import org.rescueline.shared.Idempotency;
import org.rescueline.vehicle.TerminalAnswerView;
import org.rescueline.vehicle.TerminalDetailsView;
import org.rescueline.vehicle.TerminalOrderView;
import org.rescueline.vehicle.TerminalService;

/** Orders and questions to the terminal of a truck. Each is kept with who gave it and what came of it. */
@Path("/api/v1/vehicles/{id}/terminal")
@Tag(name = "Terminals")
public class TerminalResource {
    private static final int USUAL_LIMIT = 50;
    private static final int LARGEST_LIMIT = 500;

    private final TerminalService terminals;
    private final Idempotency idempotency;
    private final CurrentUser currentUser;

    TerminalResource(TerminalService terminals, Idempotency idempotency, CurrentUser currentUser) {
        this.terminals = terminals;
        this.idempotency = idempotency;
        this.currentUser = currentUser;
    }

    /** What each of the vehicle's terminals said with its newest report besides the place: alarms, fuel, signals. */
    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMIN})
    public Uni<List<TerminalDetailsView>> details(@PathParam("id") UUID id) {
        return terminals.listDetails(id);
    }

    /**
     * The newest orders, newest first.
     *
     * @param limit 1 to 500, 50 when absent
     */
    @GET
    @Path("/orders")
    @RolesAllowed({Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMIN})
    public Uni<List<TerminalOrderView>> orders(@PathParam("id") UUID id, @QueryParam("limit") @Nullable Integer limit) {
        int wanted = limit == null ? USUAL_LIMIT : limit;
        if (wanted < 1 || wanted > LARGEST_LIMIT) {
            throw Failure.invalid("limit", "vehicle.limit-out-of-range", Map.of("max", LARGEST_LIMIT));
        }
        return terminals.listOrders(id, wanted);
    }

    /**
     * Words for the driver, shown and read aloud; waits some seconds for the terminal to take them. Sent twice
     * with one key they reach him once.
     */
    @POST
    @Path("/text")
    @RolesAllowed(Roles.DISPATCHER)
    public Uni<TerminalOrderView> text(
            @PathParam("id") UUID id,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @NotNull TerminalForms.Text form) {
        String text = form.requiredText();
        return idempotency
                .once(
                        key,
                        currentUser.userId(),
                        "POST /api/v1/vehicles/" + id + "/terminal/text",
                        form,
                        TerminalOrderView.class,
                        () -> terminals.noteText(id, text, currentUser.actor()))
                .chain(noted -> terminals.sendText(noted, Boolean.TRUE.equals(form.urgent())));
    }

    /** Lets the terminal report more often for a while; afterwards it goes back by itself. */
    @POST
    @Path("/tracking")
    @RolesAllowed(Roles.DISPATCHER)
    public Uni<TerminalOrderView> startTracking(@PathParam("id") UUID id, @NotNull TerminalForms.Tracking form) {
        return terminals.startTracking(id, form.interval(), form.duration(), currentUser.actor());
    }

    /** Lets the terminal go back to how it reports as a rule. */
    @DELETE
    @Path("/tracking")
    @RolesAllowed(Roles.DISPATCHER)
    public Uni<TerminalOrderView> endTracking(@PathParam("id") UUID id) {
        return terminals.endTracking(id, currentUser.actor());
    }

    /** Asks for settings, and waits some seconds for the answer. */
    @POST
    @Path("/parameter-query")
    @RolesAllowed(Roles.ADMIN)
    public Uni<TerminalAnswerView> askParameters(
            @PathParam("id") UUID id, @NotNull TerminalForms.ParameterQuestion form) {
        return terminals.askParameters(id, form.numbers(), currentUser.actor());
    }

    /** Changes settings. */
    @POST
    @Path("/parameters")
    @RolesAllowed(Roles.ADMIN)
    public Uni<TerminalOrderView> setParameters(@PathParam("id") UUID id, @NotNull TerminalForms.Parameters form) {
        return terminals.setParameters(id, form.toParameters(), currentUser.actor());
    }

    /** Asks what the terminal is, and waits some seconds for the answer. */
    @POST
    @Path("/attribute-query")
    @RolesAllowed(Roles.ADMIN)
    public Uni<TerminalAnswerView> askAttributes(@PathParam("id") UUID id) {
        return terminals.askAttributes(id, currentUser.actor());
    }

    /** Lets the terminal start again. */
    @POST
    @Path("/restart")
    @RolesAllowed(Roles.ADMIN)
    public Uni<TerminalOrderView> restart(@PathParam("id") UUID id) {
        return terminals.restart(id, currentUser.actor());
    }
}
