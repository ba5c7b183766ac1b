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

    /** Who joined the call, the newest first. */
    Uni<List<SupervisionView>> listSupervisions(UUID callId);
}
