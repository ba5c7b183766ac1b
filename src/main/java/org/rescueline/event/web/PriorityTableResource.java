package org.rescueline.event.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.rescueline.event.Condition;
import org.rescueline.event.EventService;
import org.rescueline.event.Priority;
import org.rescueline.event.PriorityRow;
import org.rescueline.event.PriorityTable;
import org.rescueline.security.CurrentUser;
import org.rescueline.security.Roles;
import org.rescueline.shared.Versions;

/** The table that decides priorities. Everybody at work may read why; administrators edit it as a whole. */
@Path("/api/v1/events/priority-table")
@Tag(name = "Events")
public class PriorityTableResource {

    private final EventService events;
    private final CurrentUser currentUser;

    PriorityTableResource(EventService events, CurrentUser currentUser) {
        this.events = events;
        this.currentUser = currentUser;
    }

    /** The table in force. */
    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMIN})
    public Uni<Response> read() {
        return events.getPriorityTable().map(PriorityTableResource::tagged);
    }

    /** Puts a new version in force; cases decided before keep their reason until they are edited. */
    @PUT
    @RolesAllowed(Roles.ADMIN)
    public Uni<Response> replace(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Valid @NotNull NewTable table) {
        var version = Versions.required(ifMatch);
        return events.replacePriorityTable(table.asRows(), currentUser.actor(), version)
                .map(PriorityTableResource::tagged);
    }

    private static Response tagged(PriorityTable table) {
        return Response.ok(table)
                .header(HttpHeaders.ETAG, Versions.etag(table.version()))
                .build();
    }

    /** The rows in their order; the last without conditions. */
    public record NewTable(@NotNull List<@Valid @NotNull NewRow> rows) {

        List<PriorityRow> asRows() {
            return rows.stream().map(NewRow::asRow).toList();
        }
    }

    /** A row; its place in the list is its number, so one that is sent along is not looked at. */
    public record NewRow(
            @Nullable Integer row,
            @NotNull List<@Valid @NotNull NewCondition> conditions,
            @NotNull Priority priority) {

        PriorityRow asRow() {
            return new PriorityRow(
                    1, conditions.stream().map(NewCondition::asCondition).toList(), priority);
        }
    }

    /** A condition. */
    public record NewCondition(
            @NotBlank String about, @NotNull List<@NotBlank String> anyOf) {

        Condition asCondition() {
            return new Condition(about, anyOf);
        }
    }
}
