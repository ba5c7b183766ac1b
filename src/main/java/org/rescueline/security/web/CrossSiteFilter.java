package org.rescueline.security.web;

import io.vertx.core.http.HttpServerRequest;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.rescueline.shared.Failure;

/** Refuses changes that another site's page makes a signed-in person's browser send. */
class CrossSiteFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /**
     * Checked before the resource is looked for, so that no resource can forget it.
     *
     * @throws Failure DENIED
     */
    @ServerRequestFilter(preMatching = true)
    public void check(HttpServerRequest request) {
        if (!READING.contains(request.method().name()) && CrossSiteRule.isFromAnotherSite(request)) {
            throw Failure.denied("security.cross-site");
        }
    }
}
