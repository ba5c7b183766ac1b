package org.rescueline.telephony.internal;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rescueline.telephony.DeskPhone;
import org.rescueline.telephony.DeskView;
import org.rescueline.telephony.RosterMember;

/** Tells of an operator's telephones in a queue the one at which calls ring. */
final class InUse {

    private static final String TECHNOLOGY = "PJSIP/";

    private InUse() {}

    /** Marks the telephone that whoever works at a desk has chosen; where nobody works it is the one on the desk. */
    static List<RosterMember> mark(List<RosterMember> members, List<DeskView> desks) {
        Map<String, DeskView> taken =
                desks.stream().collect(Collectors.toMap(DeskView::extension, Function.identity()));
        return members.stream()
                .map(member -> member.withInUse(
                        member.endpoint().equals(endpointOf(member.extension(), taken.get(member.extension())))))
                .toList();
    }

    private static String endpointOf(String extension, @Nullable DeskView desk) {
        return TECHNOLOGY + (desk == null ? DeskPhone.DESK.endpointOf(extension) : desk.endpoint());
    }
}
