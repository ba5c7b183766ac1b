package org.rescueline.security.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.CurrentUser;
import org.rescueline.security.NewUser;
import org.rescueline.security.Role;
import org.rescueline.security.Roles;
import org.rescueline.security.SecurityService;
import org.rescueline.security.UserEdit;
import org.rescueline.security.UserView;
import org.rescueline.shared.Versions;

/** The accounts, for administrators. */
@Path("/api/v1/users")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Users")
public class UserResource {

    private final SecurityService security;
    private final CurrentUser currentUser;

    UserResource(SecurityService security, CurrentUser currentUser) {
        this.security = security;
        this.currentUser = currentUser;
    }

    /** Every account, by name. */
    @GET
    public Uni<List<UserView>> list() {
        return security.listUsers();
    }

    /** One account with its version as the tag. */
    @GET
    @Path("/{id}")
    public Uni<Response> read(@RestPath UUID id) {
        return security.getUser(id).map(UserResource::tagged);
    }

    /** Creates an account that can sign in at once. */
    @POST
    public Uni<Response> create(@Valid @NotNull UserCreation wanted) {
        return security.createUser(wanted.asNewUser(), currentUser.actor())
                .map(user -> Response.created(URI.create("/api/v1/users/" + user.id()))
                        .tag(Long.toString(user.version()))
                        .entity(user)
                        .build());
    }

    /** Changes name, roles, extension, language or activity; what is not named stays. */
    @PATCH
    @Path("/{id}")
    public Uni<Response> update(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull UserChange change) {
        return security.updateUser(id, change.asEdit(), currentUser.actor(), Versions.required(ifMatch))
                .map(UserResource::tagged);
    }

    /** Sets a new password and ends every session of that user. */
    @PUT
    @Path("/{id}/password")
    public Uni<Void> resetPassword(@RestPath UUID id, @Valid @NotNull PasswordReset reset) {
        return security.resetPassword(id, reset.password(), currentUser.actor()).replaceWithVoid();
    }

    private static Response tagged(UserView user) {
        return Response.ok(user).tag(Long.toString(user.version())).build();
    }

    /** A new account as an administrator types it. */
    public record UserCreation(
            @NotNull @Size(max = 64) String username,
            @NotNull @Size(max = 80) String displayName,
            @NotNull @Size(max = 1000) String password,
            @NotEmpty Set<@NotNull Role> roles,
            @Nullable String extension,
            @Nullable String language) {

        NewUser asNewUser() {
            return new NewUser(username, displayName, password, roles, extension, language);
        }

        @Override
        public String toString() {
            return "UserCreation[" + username + "]";
        }
    }

    /** A change as an administrator types it. An extension of {@code null} takes it away; leaving it out keeps it. */
    public static final class UserChange {

        private @Nullable String displayName;
        private @Nullable Set<Role> roles;
        private @Nullable Optional<String> extension;
        private @Nullable String language;
        private @Nullable Boolean active;

        @JsonSetter
        public void setDisplayName(String displayName) {
            this.displayName = displayName;
        }

        @JsonSetter
        public void setRoles(Set<Role> roles) {
            this.roles = roles;
        }

        @JsonSetter
        public void setExtension(JsonNode extension) {
            this.extension = extension.isNull() ? Optional.empty() : Optional.of(extension.asText());
        }

        @JsonSetter
        public void setLanguage(String language) {
            this.language = language;
        }

        @JsonSetter
        public void setActive(Boolean active) {
            this.active = active;
        }

        UserEdit asEdit() {
            return new UserEdit(displayName, roles, extension, language, active);
        }
    }

    /** A new password set by an administrator. */
    public record PasswordReset(@NotNull @Size(max = 1000) String password) {

        @Override
        public String toString() {
            return "PasswordReset[]";
        }
    }
}
