package org.rescueline.security.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.Roles;
import org.rescueline.security.internal.AuditEntry;
import org.rescueline.security.internal.AuditKind;
import org.rescueline.security.internal.AuditLog;
import org.rescueline.shared.Page;
import org.rescueline.shared.PageRequest;

/** Who came in, who was refused, who read whose number: for administrators. */
@Path("/api/v1/security/audit")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Audit")
public class AuditResource {

    private final AuditLog audit;
    private final Clock clock;

    AuditResource(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** The newest entries first, from {@code from} inclusive to {@code to} exclusive. */
    @GET
    public Uni<Page<AuditEntry>> list(
            @RestQuery @Nullable AuditKind kind,
            @RestQuery @Nullable Instant from,
            @RestQuery @Nullable Instant to,
            @RestQuery @Nullable Integer page,
            @RestQuery @Nullable Integer size) {
        var request = PageRequest.of(page, size, null);
        var start = from == null ? Instant.EPOCH : from;
        var end = to == null ? clock.instant().plusSeconds(1) : to;
        return audit.count(kind, start, end)
                .chain(total -> audit.list(kind, start, end, request.offset(), request.size())
                        .map(entries -> Page.of(entries, total, request)));
    }
}
