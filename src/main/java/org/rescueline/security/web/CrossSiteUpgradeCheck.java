package org.rescueline.security.web;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Refuses the WebSocket handshake of another site's page, which would come with the person's cookie. */
@ApplicationScoped
class CrossSiteUpgradeCheck implements HttpUpgradeCheck {

    private static final int FORBIDDEN = 403;

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        return CrossSiteRule.isFromAnotherSite(context.httpRequest())
                ? CheckResult.rejectUpgrade(FORBIDDEN)
                : CheckResult.permitUpgrade();
    }
}
