package org.rescueline.telephony.internal.ami;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asteriskjava.manager.event.ManagerEvent;
import org.rescueline.telephony.internal.fold.CallStory;
import org.rescueline.telephony.internal.fold.Leg;
import org.rescueline.telephony.internal.fold.LegReport;
import org.rescueline.telephony.internal.fold.NumberPlan;
import org.rescueline.telephony.internal.fold.TellsCall;
import org.rescueline.telephony.manager.CapturedCase;

/** What the telephone room does with manager events, without switch and database: read, fold into legs, tell the call. */
public final class FoldingAlone {

    private final List<List<ManagerEvent>> calls = new ArrayList<>();
    private final TellsCall tells;

    /** Takes the captured calls of a real Asterisk that have these names. */
    public FoldingAlone(NumberPlan plan, String... names) {
        tells = new TellsCall(plan);
        for (var name : names) {
            calls.add(CapturedReports.events(new CapturedCase(name).events()));
        }
    }

    /** Folds every call once, telling it anew after each report as the ledger does; the number of events looked at. */
    public int foldAll() {
        int events = 0;
        for (var call : calls) {
            events += call.size();
            fold(call);
        }
        return events;
    }

    private void fold(List<ManagerEvent> events) {
        Map<String, Leg> legs = new LinkedHashMap<>();
        CallStory story = null;
        for (var event : events) {
            var report = ReadsManagerEvent.read(event, Instant.EPOCH).orElse(null);
            if (report != null) {
                legs.merge(report.uniqueid(), Leg.first(report), (known, first) -> known.learn(report));
                story = tell(report, legs);
            }
        }
        if (story == null || story.endedAt() == null) {
            throw new IllegalStateException("a captured call did not come to its end: " + story);
        }
    }

    private CallStory tell(LegReport report, Map<String, Leg> legs) {
        return tells.tell(report.linkedid(), legs.values(), null);
    }
}
