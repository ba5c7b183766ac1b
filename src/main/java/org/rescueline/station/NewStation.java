package org.rescueline.station;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rescueline.geo.WgsPoint;
import org.rescueline.shared.PhoneNumber;

/**
 * Everything about a station that people enter. Names and texts are trimmed by whoever reads them in.
 *
 * @param officeCode of the supervising office
 * @param officeName needed when the office is not known yet: it is entered along with the station
 * @param dutyPhones at most one primary; the first is taken when none is
 */
public record NewStation(
        String code,
        String name,
        String officeCode,
        @Nullable String officeName,
        StationStatus status,
        @Nullable Integer starGrade,
        @Nullable String headName,
        @Nullable PhoneNumber headPhone,
        List<NewDutyPhone> dutyPhones,
        String address,
        WgsPoint place,
        Set<Capability> capabilities,
        @Nullable String mainModels,
        @Nullable String partsHint,
        OpeningHours hours,
        int rescueVans,
        int technicians,
        @Nullable Integer serviceRadiusKm) {

    public NewStation {
        dutyPhones = List.copyOf(dutyPhones);
        capabilities = Set.copyOf(capabilities);
    }
}
