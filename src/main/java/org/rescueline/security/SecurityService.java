package org.rescueline.security;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rescueline.security.internal.Session;
import org.rescueline.security.internal.Sessions;
import org.rescueline.security.internal.Users;
import org.rescueline.shared.Actor;

/** The people who can sign in. Everything here runs in transactions of its own, apart from the caller's. */
@ApplicationScoped
public class SecurityService {

    private final Users users;
    private final Sessions sessions;

    SecurityService(Users users, Sessions sessions) {
        this.users = users;
        this.sessions = sessions;
    }

    /** The active user who sits at the extension. */
    public Uni<Optional<UserView>> findByExtension(String extension) {
        return users.findByExtension(extension);
    }

    /** The user, active or not. Fails with NOT_FOUND when there is none of this id. */
    public Uni<UserView> getUser(UUID id) {
        return users.get(id);
    }

    /** The user of that name, however it is typed. */
    public Uni<Optional<UserView>> findUser(String username) {
        return users.findByUsername(username);
    }

    /** All users by name, the inactive ones too. */
    public Uni<List<UserView>> listUsers() {
        return users.list();
    }

    /**
     * Creates a user who can sign in at once. Fails with INVALID naming each wrong field, or CONFLICT when the username or
     * the extension is taken.
     */
    public Uni<UserView> createUser(NewUser user, Actor by) {
        return users.create(user, by);
    }

    /**
     * Changes a user. Fails with STALE when somebody else changed the user since {@code version}, INVALID, or CONFLICT:
     * the extension is taken, or the change would take an administrator's own rights or leave no administrator.
     */
    public Uni<UserView> updateUser(UUID id, UserEdit edit, Actor by, long version) {
        return users.update(id, edit, by, version);
    }

    /** Sets a new password and ends every session of the user. */
    public Uni<UserView> resetPassword(UUID id, String password, Actor by) {
        return users.resetPassword(id, password, by);
    }

    /**
     * The user of the session, with the roles of now, if the session still holds. For a connection that outlives its
     * request; asking counts as activity.
     *
     * @param sessionKey as {@link CurrentUser#sessionKey()} gave it
     */
    public Uni<Optional<UserView>> findSignedIn(String sessionKey) {
        return sessions.findByKey(sessionKey).map(found -> found.map(Session::user));
    }

    /** The ids of everybody who is signed in now, on whatever node. */
    public Uni<Set<UUID>> listSignedInIds() {
        return sessions.listUserIds();
    }

    /**
     * Creates the user of the demo unless there is one of that name. Only while the demo is on, where the public password
     * is exempt from the rules; fails with CONFLICT otherwise.
     */
    public Uni<UserView> provideDemoUser(NewUser user) {
        return users.provideForDemo(user);
    }
}
