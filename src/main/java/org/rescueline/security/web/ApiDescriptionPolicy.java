package org.rescueline.security.web;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The OpenAPI document: for everybody in the demo, elsewhere for whoever is signed in or has a key. */
@ApplicationScoped
class ApiDescriptionPolicy implements HttpSecurityPolicy {

    private final boolean demo;

    ApiDescriptionPolicy(@ConfigProperty(name = "rescueline.demo.enabled", defaultValue = "false") boolean demo) {
        this.demo = demo;
    }

    @Override
    public String name() {
        return "api-description";
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext context, Uni<SecurityIdentity> identity, AuthorizationRequestContext requestContext) {
        return demo
                ? CheckResult.permit()
                : identity.map(who -> who.isAnonymous() ? CheckResult.DENY : CheckResult.PERMIT);
    }
}
