package org.rescueline.station.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.geo.WgsPoint;
import org.rescueline.station.Capability;
import org.rescueline.station.DataGap;
import org.rescueline.station.DutyPhoneView;
import org.rescueline.station.OfficeView;
import org.rescueline.station.OpeningHours;
import org.rescueline.station.StationStatus;
import org.rescueline.station.StationSummary;
import org.rescueline.station.StationView;

/** A station as the register in memory holds it: everything the ranking asks, nothing that changes by the minute. */
record StationRecord(
        UUID id,
        String code,
        String name,
        OfficeView office,
        StationStatus status,
        @Nullable Integer starGrade,
        @Nullable String headName,
        @Nullable String headPhone,
        List<DutyPhoneView> dutyPhones,
        String address,
        WgsPoint place,
        Set<Capability> capabilities,
        @Nullable String mainModels,
        @Nullable String partsHint,
        OpeningHours hours,
        int rescueVans,
        int technicians,
        @Nullable Integer serviceRadiusKm,
        long version) {

    StationRecord {
        dutyPhones = List.copyOf(dutyPhones);
        capabilities = Set.copyOf(capabilities);
    }

    /** The telephone to dial first. */
    Optional<DutyPhoneView> primaryPhone() {
        return dutyPhones.stream().filter(DutyPhoneView::primary).findFirst();
    }

    StationSummary summary() {
        var number = primaryPhone().map(DutyPhoneView::number).orElse(null);
        return new StationSummary(id, code, name, office.name(), place.latitude(), place.longitude(), number);
    }

    List<DataGap> gaps() {
        var gaps = new ArrayList<DataGap>();
        if (dutyPhones.isEmpty()) {
            gaps.add(DataGap.NO_DUTY_PHONE);
        }
        if (capabilities.isEmpty()) {
            gaps.add(DataGap.NO_CAPABILITY);
        }
        if (rescueVans == 0) {
            gaps.add(DataGap.NO_RESCUE_VAN);
        }
        if (headPhone == null) {
            gaps.add(DataGap.NO_HEAD_PHONE);
        }
        return gaps;
    }

    StationView view(int openJobs) {
        return new StationView(
                id,
                code,
                name,
                office.name(),
                office.code(),
                status,
                starGrade,
                headName,
                headPhone,
                dutyPhones,
                address,
                place.latitude(),
                place.longitude(),
                capabilities,
                mainModels,
                partsHint,
                hours.night(),
                hours.opensAt(),
                hours.closesAt(),
                hours.zone().getId(),
                rescueVans,
                technicians,
                serviceRadiusKm,
                openJobs,
                gaps(),
                version);
    }
}
