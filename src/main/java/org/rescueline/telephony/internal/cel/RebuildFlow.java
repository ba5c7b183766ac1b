package org.rescueline.telephony.internal.cel;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.rescueline.telephony.TelephonyConfig;
import org.rescueline.telephony.internal.fold.LegReport;
import org.rescueline.telephony.internal.ledger.AttachedSwitches;
import org.rescueline.telephony.internal.ledger.CallKey;
import org.rescueline.telephony.internal.ledger.CallLedger;
import org.rescueline.telephony.internal.ledger.Gap;
import org.rescueline.telephony.internal.ledger.OpenLegs;

/**
 * Mends the ledger after a gap, from what the switch itself wrote down:
 *
 * <ol>
 *   <li>bring the file's lines into the table, for the time PostgreSQL was away;
 *   <li>list the calls of which the record knows more than the ledger;
 *   <li>fold each one's record into it, as if it had been told live; only what is missing is filled in;
 *   <li>after a new connection also: add what the snapshot of channels shows beyond the record;
 *   <li>end the legs that the ledger holds for up and the switch no longer has.
 * </ol>
 *
 * <p>Doing it again changes nothing. A call that cannot be mended is logged and does not hold up the others.
 */
@ApplicationScoped
public class RebuildFlow {

    private static final Logger LOG = Logger.getLogger(RebuildFlow.class);

    /** Calls mended before the list is made anew. */
    private static final int BATCH = 200;

    private final CelStore record;
    private final ImportsCelFile file;
    private final CallLedger ledger;
    private final OpenLegs openLegs;
    private final AttachedSwitches attached;
    private final Gap gap;
    private final Clock clock;
    private final TelephonyConfig.Cel config;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    RebuildFlow(
            CelStore record,
            ImportsCelFile file,
            CallLedger ledger,
            OpenLegs openLegs,
            AttachedSwitches attached,
            Gap gap,
            Clock clock,
            TelephonyConfig config) {
        this.record = record;
        this.file = file;
        this.ledger = ledger;
        this.openLegs = openLegs;
        this.attached = attached;
        this.gap = gap;
        this.clock = clock;
        this.config = config.cel();
    }

    /** Mends what is missing of calls that are no longer being told. Does nothing while it is doing so already. */
    public Uni<Void> mendSettled(String pbx) {
        if (!busy.add(pbx)) {
            return Uni.createFrom().voidItem();
        }
        return mend(pbx, clock.instant().minus(config.settled())).eventually(() -> busy.remove(pbx));
    }

    /**
     * Mends everything up to now after a new connection.
     *
     * @param legs the snapshot: every channel there is, with what its state says
     * @param takenAt when the snapshot was taken
     */
    public Uni<Void> mendAfterConnect(String pbx, List<LegReport> legs, Instant takenAt) {
        return mend(pbx, takenAt.plusSeconds(1))
                .chain(() -> inTurn(pbx, byCall(legs)))
                .chain(() -> openLegs.listVanished(pbx, legs, takenAt, takenAt))
                .chain(vanished -> inTurn(pbx, byCall(vanished)));
    }

    /**
     * Ends the legs that the ledger holds for up since before a moment and a later snapshot does not show: the rest of a
     * rebuild in which a call could not be written.
     */
    public Uni<Void> endVanished(String pbx, List<LegReport> legs, Instant takenAt, Instant upBefore) {
        return openLegs.listVanished(pbx, legs, takenAt, upBefore).chain(vanished -> inTurn(pbx, byCall(vanished)));
    }

    /** Mends one call. */
    public Uni<Void> mendCall(String pbx, String linkedid) {
        return file.run(pbx).chain(() -> fold(pbx, linkedid));
    }

    private Uni<Void> mend(String pbx, Instant until) {
        var since = gap.since(pbx);
        var startedAt = clock.instant();
        return file.run(pbx)
                .chain(() -> mendBatch(pbx, since, until, Optional.empty()))
                .invoke(() -> gap.close(pbx, since, startedAt));
    }

    /** Batch after batch, until the list is short or does not get shorter. */
    private Uni<Void> mendBatch(String pbx, Instant since, Instant until, Optional<List<String>> before) {
        return record.listLacking(pbx, attached.others(pbx), since, until, BATCH)
                .chain(lacking -> {
                    if (lacking.isEmpty() || before.filter(lacking::equals).isPresent()) {
                        return Uni.createFrom().voidItem();
                    }
                    LOG.infof(
                            "%d calls of the switch's record are missing in the ledger, wholly or in part",
                            lacking.size());
                    Uni<Void> line = Uni.createFrom().voidItem();
                    for (var linkedid : lacking) {
                        line = line.chain(() -> foldOrLeave(pbx, linkedid));
                    }
                    return line.chain(() -> mendBatch(pbx, since, until, Optional.of(lacking)));
                });
    }

    private Uni<Void> foldOrLeave(String pbx, String linkedid) {
        return fold(pbx, linkedid)
                .onFailure()
                .invoke(e -> LOG.errorf(e, "Call %s cannot be rebuilt from the record now", linkedid))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> fold(String pbx, String linkedid) {
        return record.listOf(linkedid).chain(rows -> {
            var reports =
                    rows.stream().map(ReadsCel::read).flatMap(Optional::stream).toList();
            return reports.isEmpty() ? Uni.createFrom().voidItem() : ledger.write(new CallKey(pbx, linkedid), reports);
        });
    }

    private Uni<Void> inTurn(String pbx, List<List<LegReport>> calls) {
        Uni<Void> line = Uni.createFrom().voidItem();
        for (var reports : calls) {
            var key = new CallKey(pbx, reports.get(0).linkedid());
            line = line.chain(() -> ledger.write(key, reports));
        }
        return line;
    }

    private static List<List<LegReport>> byCall(List<LegReport> reports) {
        return List.copyOf(reports.stream()
                .collect(Collectors.groupingBy(LegReport::linkedid))
                .values());
    }
}
