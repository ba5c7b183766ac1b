package org.rescueline.telephony;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.rescueline.security.Viewer;

/** Supervisors in calls: listening, whispering, barging in. Each stands in the audit, and on the operator's page. */
public interface SupervisionService {

    /**
     * Rings the supervisor's telephone and joins it with the call. Fails as CONFLICT when nobody speaks in the call, when
     * it is the supervisor's own, or when the supervisor has no telephone; as UPSTREAM when the switch cannot be
     * reached. Not inside a transaction.
     */
    Uni<SupervisionView> join(UUID callId, SupervisionMode mode, Viewer supervisor);

    /**
     * Takes an operator's telephones out of the queues, or puts them back; never out of the last resort, so that a caller
     * reaches a person even when the last thing a supervisor did was to pause all. Stands in the audit. Fails as
     * NOT_FOUND when nobody sits at the extension, as UPSTREAM when the switch cannot be reached.
     *
     * @param reason 1 to 80 characters, shown on the roster
     * @return the roster afterwards
     */
    Uni<List<RosterMember>> setPaused(String extension, boolean paused, String reason, Viewer supervisor);

    /** Who joined the call, the newest first. */
    Uni<List<SupervisionView>> listSupervisions(UUID callId);
}
