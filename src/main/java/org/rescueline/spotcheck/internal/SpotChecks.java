package org.rescueline.spotcheck.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.rescueline.security.Viewer;
import org.rescueline.shared.Failure;
import org.rescueline.shared.Page;
import org.rescueline.shared.PageRequest;
import org.rescueline.spotcheck.SpotCheckFilter;
import org.rescueline.spotcheck.SpotCheckService;
import org.rescueline.spotcheck.SpotCheckState;
import org.rescueline.spotcheck.SpotCheckView;

/** The front door's other side. */
@ApplicationScoped
class SpotChecks implements SpotCheckService {

    private final SpotCheckFlow flow;
    private final SpotCheckStore store;

    SpotChecks(SpotCheckFlow flow, SpotCheckStore store) {
        this.flow = flow;
        this.store = store;
    }

    @Override
    public Uni<SpotCheckView> getSpotCheck(UUID id, Viewer viewer) {
        return Panache.withSession(() -> store.find(id)).map(found -> found.filter(check -> mayKnow(check, viewer))
                .orElseThrow(() -> Failure.notFound("spotcheck", id))
                .toView());
    }

    @Override
    public Uni<Page<SpotCheckView>> listSpotChecks(SpotCheckFilter filter, PageRequest page, Viewer viewer) {
        return Panache.withSession(() -> store.list(filter, page, viewer.userId()))
                .map(found -> found.map(SpotCheckEntity::toView));
    }

    @Override
    public Uni<SpotCheckView> check(UUID stationId, UUID dutyPhoneId, Viewer supervisor) {
        return flow.check(stationId, dutyPhoneId, supervisor);
    }

    private static boolean mayKnow(SpotCheckEntity check, Viewer viewer) {
        return check.state != SpotCheckState.CLAIMED || check.requestedBy.equals(viewer.userId());
    }
}
