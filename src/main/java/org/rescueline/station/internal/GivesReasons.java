package org.rescueline.station.internal;

import static org.rescueline.station.Reason.against;
import static org.rescueline.station.Reason.inFavour;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rescueline.station.DutyPhoneCheck;
import org.rescueline.station.DutyPhoneView;
import org.rescueline.station.RankingRequest;
import org.rescueline.station.Reason;

/** Says for and against a contender what a dispatcher would weigh; what speaks for it comes first. */
final class GivesReasons {

    private static final int HIGH_GRADE = 4;

    private GivesReasons() {}

    static List<Reason> about(Contender contender, RankingRequest request, boolean isNearest) {
        var reasons = new ArrayList<Reason>();
        if (isNearest) {
            reasons.add(inFavour(Reason.Code.NEAREST, Map.of()));
        }
        addAbility(reasons, contender, request);
        addLoad(reasons, contender);
        contender
                .station()
                .primaryPhone()
                .map(DutyPhoneView::lastCheck)
                .ifPresent(check -> reasons.add(ofCheck(check)));
        addGrade(reasons, contender);
        reasons.sort((one, other) -> one.sign().compareTo(other.sign()));
        return reasons;
    }

    private static void addAbility(List<Reason> reasons, Contender contender, RankingRequest request) {
        if (!request.need().isEmpty()) {
            var able = request.need().stream().sorted().toList();
            reasons.add(inFavour(Reason.Code.HAS_CAPABILITY, Map.of("capabilities", able)));
        }
        var hours = contender.station().hours();
        if (hours.night() && !hours.isDayAt(request.at())) {
            reasons.add(inFavour(Reason.Code.OPEN_AT_NIGHT, Map.of()));
        }
    }

    private static void addLoad(List<Reason> reasons, Contender contender) {
        int vans = contender.station().rescueVans();
        int openJobs = contender.openJobs();
        if (contender.hasFreeVan()) {
            reasons.add(inFavour(Reason.Code.VAN_FREE, Map.of("vans", vans, "openJobs", openJobs)));
        } else {
            long wait = Math.round(contender.waitMinutes());
            reasons.add(
                    against(Reason.Code.ALL_VANS_OUT, Map.of("vans", vans, "openJobs", openJobs, "waitMinutes", wait)));
        }
        if (openJobs > 0) {
            reasons.add(against(Reason.Code.BUSY_JOBS, Map.of("openJobs", openJobs)));
        }
    }

    private static Reason ofCheck(DutyPhoneCheck check) {
        var arguments = new HashMap<String, Object>();
        arguments.put("at", check.at().toString());
        arguments.put("verdict", check.verdict());
        if (check.ringSeconds() != null) {
            arguments.put("ringSeconds", check.ringSeconds());
        }
        return check.verdict().isAnswered()
                ? inFavour(Reason.Code.ANSWERED_LAST_CHECK, arguments)
                : against(Reason.Code.MISSED_LAST_CHECK, arguments);
    }

    private static void addGrade(List<Reason> reasons, Contender contender) {
        var stars = contender.station().starGrade();
        if (stars != null && stars >= HIGH_GRADE) {
            reasons.add(inFavour(Reason.Code.HIGH_STAR_GRADE, Map.of("stars", stars)));
        }
    }
}
