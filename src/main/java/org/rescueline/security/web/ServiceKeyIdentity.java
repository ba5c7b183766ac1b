package org.rescueline.security.web;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.rescueline.security.CurrentUser;
import org.rescueline.security.internal.ServiceKey;
import org.rescueline.security.internal.ServiceKeys;

/** Turns a bearer key into the machine it was given to. */
@ApplicationScoped
class ServiceKeyIdentity implements IdentityProvider<ServiceKeyRequest> {

    private final ServiceKeys keys;

    ServiceKeyIdentity(ServiceKeys keys) {
        this.keys = keys;
    }

    @Override
    public Class<ServiceKeyRequest> getRequestType() {
        return ServiceKeyRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(ServiceKeyRequest request, AuthenticationRequestContext context) {
        return keys.find(request.key())
                .map(found -> found.map(ServiceKeyIdentity::identity).orElseThrow(AuthenticationFailedException::new));
    }

    private static SecurityIdentity identity(ServiceKey key) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(key.id().toString()))
                .addRole(key.role().name())
                .addAttribute(CurrentUser.MACHINE_ATTRIBUTE, key.name())
                .build();
    }
}
