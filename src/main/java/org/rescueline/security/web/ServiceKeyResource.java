package org.rescueline.security.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.CurrentUser;
import org.rescueline.security.Role;
import org.rescueline.security.Roles;
import org.rescueline.security.internal.ServiceKey;
import org.rescueline.security.internal.ServiceKeys;

/** The bearer keys of machines, for administrators. */
@Path("/api/v1/service-keys")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Service keys")
public class ServiceKeyResource {

    private final ServiceKeys keys;
    private final CurrentUser currentUser;

    ServiceKeyResource(ServiceKeys keys, CurrentUser currentUser) {
        this.keys = keys;
        this.currentUser = currentUser;
    }

    /** Every key, the newest first; never the secret. */
    @GET
    public Uni<List<ServiceKey>> list() {
        return keys.list();
    }

    /** Makes a key. Its secret is in this answer and nowhere else. */
    @POST
    public Uni<Response> create(@Valid @NotNull KeyCreation wanted) {
        return keys.create(wanted.name(), wanted.role(), wanted.expiresAt(), currentUser.actor())
                .map(made -> Response.created(
                                URI.create("/api/v1/service-keys/" + made.key().id()))
                        .entity(new CreatedKey(made.key(), made.secret().text()))
                        .build());
    }

    /** Takes the key away; twice is the same as once. */
    @DELETE
    @Path("/{id}")
    public Uni<Void> revoke(@RestPath UUID id) {
        return keys.revoke(id, currentUser.actor()).replaceWithVoid();
    }

    /**
     * What key is wanted.
     *
     * @param name the machine it is for
     * @param expiresAt when it stops working by itself; absent means never
     */
    public record KeyCreation(
            @NotBlank @Size(max = 80) String name,
            @NotNull Role role,
            @Nullable @Future Instant expiresAt) {}

    /** The key with its secret. */
    public record CreatedKey(ServiceKey key, String secret) {

        @Override
        public String toString() {
            return "CreatedKey[" + key.name() + "]";
        }
    }
}
