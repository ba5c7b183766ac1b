package org.rescueline.station.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rescueline.geo.WgsPoint;
import org.rescueline.station.Capability;
import org.rescueline.station.DutyPhoneCheck;
import org.rescueline.station.DutyPhoneVerdict;
import org.rescueline.station.DutyPhoneView;
import org.rescueline.station.OfficeView;
import org.rescueline.station.OpeningHours;
import org.rescueline.station.StationStatus;

/** Makes stations that can go anywhere at any hour unless the test says otherwise. */
final class StationRecords {

    private static final OfficeView OFFICE = new OfficeView(uuid("office"), "NW", "演示西北办事处");

    private final String code;
    private WgsPoint place = new WgsPoint(34.34, 108.94);
    private StationStatus status = StationStatus.ACTIVE;
    private Set<Capability> capabilities = EnumSet.allOf(Capability.class);
    private boolean night = true;
    private List<DutyPhoneView> phones;
    private int vans = 2;
    private Integer radiusKm;
    private Integer stars;

    private StationRecords(String code) {
        this.code = code;
        this.phones = List.of(phone(null));
    }

    static StationRecords aStation(String code) {
        return new StationRecords(code);
    }

    StationRecords at(double latitude, double longitude) {
        return at(new WgsPoint(latitude, longitude));
    }

    StationRecords at(WgsPoint somewhere) {
        place = somewhere;
        return this;
    }

    StationRecords withStatus(StationStatus other) {
        status = other;
        return this;
    }

    StationRecords able(Capability... only) {
        capabilities = Set.of(only);
        return this;
    }

    StationRecords closedAtNight() {
        night = false;
        return this;
    }

    StationRecords withoutDutyPhone() {
        phones = List.of();
        return this;
    }

    StationRecords checked(DutyPhoneVerdict verdict, Double ringSeconds) {
        phones = List.of(phone(new DutyPhoneCheck(
                uuid("check-" + code), Instant.parse("2026-01-12T19:20:00Z"), verdict, ringSeconds)));
        return this;
    }

    StationRecords withVans(int number) {
        vans = number;
        return this;
    }

    StationRecords withinKm(int radius) {
        radiusKm = radius;
        return this;
    }

    StationRecords graded(int grade) {
        stars = grade;
        return this;
    }

    StationRecord build() {
        return new StationRecord(
                uuid(code),
                code,
                "演示站 " + code,
                OFFICE,
                status,
                stars,
                "演示站长",
                "+8613900000001",
                phones,
                "演示路 1 号",
                place,
                capabilities,
                null,
                null,
                new OpeningHours(night, LocalTime.of(8, 0), LocalTime.of(20, 0), ZoneId.of("Asia/Shanghai")),
                vans,
                4,
                radiusKm,
                0);
    }

    static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private DutyPhoneView phone(DutyPhoneCheck lastCheck) {
        return new DutyPhoneView(uuid("phone-" + code), "+8613900000000", "值班", true, lastCheck);
    }
}
