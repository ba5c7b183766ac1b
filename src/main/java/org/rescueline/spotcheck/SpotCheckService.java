package org.rescueline.spotcheck;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.rescueline.security.Viewer;
import org.rescueline.shared.Page;
import org.rescueline.shared.PageRequest;

/** The front door of the duty phones' spot checks. A check not yet dialled exists for its requester alone. */
public interface SpotCheckService {

    /** The spot check with this id; NOT_FOUND {@code spotcheck.not-found} also for one that the viewer may not know of. */
    Uni<SpotCheckView> getSpotCheck(UUID id, Viewer viewer);

    /** Spot checks by filter, newest first; sort fields {@code requestedAt}, {@code ringSeconds}, {@code verdict}. */
    Uni<Page<SpotCheckView>> listSpotChecks(SpotCheckFilter filter, PageRequest page, Viewer viewer);

    /**
     * Checks one duty phone now.
     *
     * <p>CONFLICT {@code spotcheck.calls-waiting} while callers wait in the queue, {@code spotcheck.running} while this
     * phone is being checked; NOT_FOUND for a station or duty phone that is not there; UPSTREAM when the switch is away,
     * and then the check ends by itself as a failure of our own line.
     */
    Uni<SpotCheckView> check(UUID stationId, UUID dutyPhoneId, Viewer supervisor);
}
