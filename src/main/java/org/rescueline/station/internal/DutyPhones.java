package org.rescueline.station.internal;

import java.util.List;
import java.util.stream.IntStream;
import org.rescueline.station.NewDutyPhone;

/** Rules about a station's list of duty phones. */
final class DutyPhones {

    private DutyPhones() {}

    /** The same phones with exactly one to dial first: the one that says so, or else the first. */
    static List<NewDutyPhone> withOnePrimary(List<NewDutyPhone> phones) {
        int first = IntStream.range(0, phones.size())
                .filter(at -> phones.get(at).primary())
                .findFirst()
                .orElse(0);
        return IntStream.range(0, phones.size())
                .mapToObj(at ->
                        new NewDutyPhone(phones.get(at).number(), phones.get(at).label(), at == first))
                .toList();
    }
}
