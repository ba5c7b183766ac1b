package org.rescueline.telephony.internal.fold;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rescueline.telephony.DialPurpose;

/** Folds reports in memory as the ledger folds them in the database. */
public final class Stories {

    public static final NumberPlan PLAN =
            NumberPlan.of("PJSIP/(1[0-9]{3})-[0-9a-f]+", "PJSIP/(?:hotline-trunk|outbound)-[0-9a-f]+");

    private static final TellsCall TELLS = new TellsCall(PLAN);

    private Stories() {}

    /** The calls that the reports tell, by Linkedid. */
    public static Map<String, CallStory> of(List<LegReport> reports, DialPurpose purpose) {
        return tell(legs(reports), purpose);
    }

    /** The legs that the reports tell, by Uniqueid. */
    public static Map<String, Leg> legs(List<LegReport> reports) {
        Map<String, Leg> legs = new LinkedHashMap<>();
        learn(legs, reports);
        return legs;
    }

    /** Lets the legs learn more. */
    public static void learn(Map<String, Leg> legs, List<LegReport> reports) {
        for (var report : reports) {
            legs.merge(report.uniqueid(), Leg.first(report), (known, fresh) -> known.learn(report));
        }
    }

    /** The calls that the legs tell; the leg that made a call stays with it. */
    public static Map<String, CallStory> tell(Map<String, Leg> legs, DialPurpose purpose) {
        Map<String, List<Leg>> byCall = new HashMap<>();
        for (var leg : legs.values()) {
            byCall.computeIfAbsent(leg.linkedid(), id -> new ArrayList<>()).add(leg);
        }
        Map<String, CallStory> stories = new HashMap<>();
        byCall.forEach((linkedid, own) -> stories.put(linkedid, TELLS.tell(linkedid, own, purpose)));
        return stories;
    }
}
