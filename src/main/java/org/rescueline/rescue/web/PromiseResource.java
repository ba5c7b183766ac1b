package org.rescueline.rescue.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import org.rescueline.rescue.PromiseRule;
import org.rescueline.rescue.PromiseTable;
import org.rescueline.rescue.RescueService;
import org.rescueline.security.CurrentUser;
import org.rescueline.security.Roles;
import org.rescueline.shared.Idempotency;
import org.rescueline.shared.Versions;

/** The table of promises: everyone may read what is promised, administrators change it. */
@Path(PromiseResource.TABLE)
@Tag(name = "Rescues")
public class PromiseResource {

    static final String TABLE = "/api/v1/rescues/promises";

    private final RescueService rescues;
    private final Idempotency idempotency;
    private final CurrentUser currentUser;

    PromiseResource(RescueService rescues, Idempotency idempotency, CurrentUser currentUser) {
        this.rescues = rescues;
        this.idempotency = idempotency;
        this.currentUser = currentUser;
    }

    /** The promises in force, read from the top. */
    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMIN})
    public Uni<Response> get() {
        return rescues.getPromiseTable().map(PromiseResource::answer);
    }

    /** Puts another table in force; clocks that run already keep theirs. */
    @PUT
    @RolesAllowed(Roles.ADMIN)
    public Uni<Response> replace(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @Valid @NotNull Rules body) {
        long version = Versions.required(ifMatch);
        return idempotency
                .once(
                        key,
                        currentUser.userId(),
                        "PUT " + TABLE,
                        body,
                        PromiseTable.class,
                        () -> rescues.replacePromiseTable(body.rules(), currentUser.actor(), version))
                .map(PromiseResource::answer);
    }

    /** The rows as they shall be. */
    record Rules(@NotNull List<PromiseRule> rules) {}

    private static Response answer(PromiseTable table) {
        return Response.ok(table)
                .header(HttpHeaders.ETAG, Versions.etag(table.version()))
                .build();
    }
}
