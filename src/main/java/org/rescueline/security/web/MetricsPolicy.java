package org.rescueline.security.web;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.rescueline.security.Roles;

/**
 * Metrics tell how busy the centre is: for a monitor on this very machine, a machine with a MONITOR key, and
 * administrators. A request that a proxy forwarded is not from this machine, whatever address it comes from.
 */
@ApplicationScoped
class MetricsPolicy implements HttpSecurityPolicy {

    @Override
    public String name() {
        return "metrics";
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext context, Uni<SecurityIdentity> identity, AuthorizationRequestContext requestContext) {
        if (isFromThisMachine(context.request())) {
            return CheckResult.permit();
        }
        return identity.map(
                who -> who.hasRole(Roles.MONITOR) || who.hasRole(Roles.ADMIN) ? CheckResult.PERMIT : CheckResult.DENY);
    }

    private static boolean isFromThisMachine(HttpServerRequest request) {
        return request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null
                && isLoopback(request.remoteAddress().hostAddress());
    }

    private static boolean isLoopback(String address) {
        try {
            // A literal address, so no name is looked up and nothing waits.
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
