package org.rescueline.station.web;

import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rescueline.geo.Datum;
import org.rescueline.station.Capability;
import org.rescueline.station.DutyPhoneView;
import org.rescueline.station.NewStation;
import org.rescueline.station.StationConfig;
import org.rescueline.station.StationStatus;
import org.rescueline.station.StationView;

/**
 * A station as people enter it. Everything may be absent here; what must not be is told by {@link #toStation}.
 *
 * @param officeName needed for an office that is not known yet
 * @param datum of latitude and longitude, WGS-84 when absent
 */
public record StationForm(
        @Nullable String code,
        @Nullable String name,
        @Nullable String officeCode,
        @Nullable String officeName,
        @Nullable StationStatus status,
        @Nullable Integer starGrade,
        @Nullable String headName,
        @Nullable String headPhone,
        @Nullable List<DutyPhone> dutyPhones,
        @Nullable String address,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Datum datum,
        @Nullable Set<Capability> capabilities,
        @Nullable String mainModels,
        @Nullable String partsHint,
        @Nullable Boolean nightOpening,
        @Nullable LocalTime opensAt,
        @Nullable LocalTime closesAt,
        @Nullable String zone,
        @Nullable Integer rescueVans,
        @Nullable Integer technicians,
        @Nullable Integer serviceRadiusKm) {

    /** A duty phone as people enter it. */
    public record DutyPhone(
            @Nullable String number,
            @Nullable String label,
            @Nullable Boolean primary) {

        static DutyPhone of(DutyPhoneView phone) {
            return new DutyPhone(phone.number(), phone.label(), phone.primary());
        }
    }

    static StationForm of(StationView station) {
        return new StationForm(
                station.code(),
                station.name(),
                station.officeCode(),
                null,
                station.status(),
                station.starGrade(),
                station.headName(),
                station.headPhone(),
                station.dutyPhones().stream().map(DutyPhone::of).collect(Collectors.toList()),
                station.address(),
                station.latitude(),
                station.longitude(),
                Datum.WGS84,
                station.capabilities(),
                station.mainModels(),
                station.partsHint(),
                station.nightOpening(),
                station.opensAt(),
                station.closesAt(),
                station.zone(),
                station.rescueVans(),
                station.technicians(),
                station.serviceRadiusKm());
    }

    /**
     * The station this form describes.
     *
     * @throws org.rescueline.shared.Failure INVALID with everything that is wrong, field by field
     */
    NewStation toStation(StationConfig config) {
        return new ReadsStationForm(this, config).read();
    }
}
