package org.rescueline.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rescueline.shared.Actor;
import org.rescueline.shared.ActorKind;

/**
 * Who makes the present request. Only within a request of an endpoint that states its roles: elsewhere there is nobody,
 * and asking fails.
 */
@ApplicationScoped
public class CurrentUser {

    /** Attribute of the identity that carries the {@link UserView}; a service key has none. */
    public static final String USER_ATTRIBUTE = "rescueline.user";

    /** Attribute of the identity that carries the session's key: the stored hash, not the token. */
    public static final String SESSION_ATTRIBUTE = "rescueline.session";

    /** Attribute of the identity that carries the name of the machine that holds the key. */
    public static final String MACHINE_ATTRIBUTE = "rescueline.machine";

    private final SecurityIdentity identity;

    CurrentUser(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Who is written down as having acted: the person, or the machine that holds the key. */
    public Actor actor() {
        return user().map(user -> new Actor(ActorKind.USER, user.id().toString(), user.displayName()))
                .orElseGet(() -> new Actor(ActorKind.SYSTEM, userId(), machineName()));
    }

    /** The id of the person, or of the key. */
    public String userId() {
        return identity.getPrincipal().getName();
    }

    /** The person; empty for a machine with a key. */
    public Optional<UserView> user() {
        return Optional.ofNullable(identity.<UserView>getAttribute(USER_ATTRIBUTE));
    }

    /** The telephone extension the person sits at. */
    public Optional<String> extension() {
        return user().map(UserView::extension);
    }

    /** Tells whether the person or machine holds the role. */
    public boolean has(Role role) {
        return identity.hasRole(role.name());
    }

    /** The language the person chose: {@code zh} or {@code en}; Chinese for a machine. */
    public String language() {
        return user().map(UserView::language).orElse("zh");
    }

    /** The same person as a value that outlives the request. */
    public Viewer viewer() {
        return user().map(Viewer::of).orElseGet(this::machine);
    }

    /** The key of the session the request belongs to; empty for a machine. */
    public Optional<String> sessionKey() {
        return Optional.ofNullable(identity.<String>getAttribute(SESSION_ATTRIBUTE));
    }

    private String machineName() {
        var name = identity.<String>getAttribute(MACHINE_ATTRIBUTE);
        return name == null ? userId() : name;
    }

    private Viewer machine() {
        var roles = identity.getRoles().stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
        return new Viewer(UUID.fromString(userId()), machineName(), roles, Optional.empty());
    }
}
