package org.rescueline.security.internal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.rescueline.security.AuditedAct;
import org.rescueline.security.Audits;
import org.rescueline.security.Viewer;
import org.rescueline.shared.Ids;

/** Writes the acts of other rooms into the audit. */
@ApplicationScoped
class ActLog implements Audits {

    private final AuditLog audit;
    private final Clock clock;

    ActLog(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Uni<Void> note(Viewer viewer, AuditedAct act, String subject) {
        return audit.append(new AuditEntry(
                Ids.next(), clock.instant(), kindOf(act), viewer.userId(), viewer.name(), null, subject));
    }

    private static AuditKind kindOf(AuditedAct act) {
        return switch (act) {
            case RECORDING_HEARD -> AuditKind.RECORDING_HEARD;
            case RECORDING_HELD -> AuditKind.RECORDING_HELD;
            case RECORDING_RELEASED -> AuditKind.RECORDING_RELEASED;
            case CALL_LISTENED -> AuditKind.CALL_LISTENED;
            case CALL_WHISPERED -> AuditKind.CALL_WHISPERED;
            case CALL_BARGED -> AuditKind.CALL_BARGED;
            case OPERATOR_PAUSED -> AuditKind.OPERATOR_PAUSED;
            case OPERATOR_UNPAUSED -> AuditKind.OPERATOR_UNPAUSED;
            case CALL_TAKEN_OVER -> AuditKind.CALL_TAKEN_OVER;
            case DESK_TAKEN_AWAY -> AuditKind.DESK_TAKEN_AWAY;
        };
    }
}
