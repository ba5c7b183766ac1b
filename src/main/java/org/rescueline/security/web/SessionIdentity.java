package org.rescueline.security.web;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import org.rescueline.security.CurrentUser;
import org.rescueline.security.Role;
import org.rescueline.security.internal.Session;
import org.rescueline.security.internal.Sessions;

/** Turns a session's token into the person who signed in. */
@ApplicationScoped
class SessionIdentity implements IdentityProvider<SessionRequest> {

    private final Sessions sessions;

    SessionIdentity(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Class<SessionRequest> getRequestType() {
        return SessionRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(SessionRequest request, AuthenticationRequestContext context) {
        return sessions.find(request.token())
                .map(found -> found.map(SessionIdentity::identity).orElseThrow(AuthenticationFailedException::new));
    }

    private static SecurityIdentity identity(Session session) {
        var user = session.user();
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(user.id().toString()))
                .addRoles(user.roles().stream().map(Role::name).collect(Collectors.toSet()))
                .addAttribute(CurrentUser.USER_ATTRIBUTE, user)
                .addAttribute(CurrentUser.SESSION_ATTRIBUTE, session.key())
                .build();
    }
}
