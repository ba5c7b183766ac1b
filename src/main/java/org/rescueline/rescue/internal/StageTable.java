package org.rescueline.rescue.internal;

import static org.rescueline.rescue.RescueStage.ACCEPTED;
import static org.rescueline.rescue.RescueStage.ARRIVED;
import static org.rescueline.rescue.RescueStage.CALLBACK;
import static org.rescueline.rescue.RescueStage.CANCELLED;
import static org.rescueline.rescue.RescueStage.CLOSED;
import static org.rescueline.rescue.RescueStage.COMPLETED;
import static org.rescueline.rescue.RescueStage.DECLINED;
import static org.rescueline.rescue.RescueStage.DEPARTED;
import static org.rescueline.rescue.RescueStage.INSPECTING;
import static org.rescueline.rescue.RescueStage.OFFERED;
import static org.rescueline.rescue.RescueStage.PENDING;
import static org.rescueline.rescue.RescueStage.REPAIRING;
import static org.rescueline.rescue.RescueStage.SECOND_TRIP;
import static org.rescueline.rescue.RescueStage.UNANSWERED;
import static org.rescueline.rescue.RescueStage.WAITING_FOR_PARTS;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rescueline.rescue.RescueStage;

/**
 * Which stage may follow which. The left column is where a job stands, the right what it may become besides; every open
 * job may also be offered to another station or cancelled.
 *
 * <p>OFFERED is reached by choosing a station and in no other way.
 */
final class StageTable {

    private static final Map<RescueStage, Set<RescueStage>> ONWARD = table(
            row(PENDING),
            row(OFFERED, ACCEPTED, DECLINED, UNANSWERED),
            row(ACCEPTED, DEPARTED),
            row(DECLINED),
            row(UNANSWERED),
            row(DEPARTED, ARRIVED),
            row(ARRIVED, INSPECTING),
            row(INSPECTING, REPAIRING),
            row(REPAIRING, WAITING_FOR_PARTS, SECOND_TRIP, COMPLETED),
            row(WAITING_FOR_PARTS, REPAIRING, SECOND_TRIP),
            row(SECOND_TRIP, DEPARTED),
            row(COMPLETED, CALLBACK),
            row(CALLBACK, CLOSED),
            row(CLOSED),
            row(CANCELLED));

    /** Who refuses, sends the van home or gives up must say why: the centre reviews it. */
    private static final Set<RescueStage> NEEDS_REASON = EnumSet.of(DECLINED, SECOND_TRIP, CANCELLED);

    private StageTable() {}

    /** Where a job may go from here, in the order in which the stages are usually reached. */
    static List<RescueStage> next(RescueStage from) {
        return List.copyOf(onward(from));
    }

    static boolean allows(RescueStage from, RescueStage to) {
        return onward(from).contains(to);
    }

    private static Set<RescueStage> onward(RescueStage from) {
        return ONWARD.getOrDefault(from, Set.of());
    }

    static boolean needsReason(RescueStage to) {
        return NEEDS_REASON.contains(to);
    }

    private record Row(RescueStage from, Set<RescueStage> onward) {}

    private static Row row(RescueStage from, RescueStage... onward) {
        var stages = EnumSet.noneOf(RescueStage.class);
        stages.addAll(Arrays.asList(onward));
        if (from.isOpen()) {
            stages.add(OFFERED);
            stages.add(CANCELLED);
        }
        return new Row(from, stages);
    }

    private static Map<RescueStage, Set<RescueStage>> table(Row... rows) {
        var table = new EnumMap<RescueStage, Set<RescueStage>>(RescueStage.class);
        for (var row : rows) {
            table.put(row.from, row.onward);
        }
        return table;
    }
}
