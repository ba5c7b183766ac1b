package org.rescueline.station.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.rescueline.geo.Near;
import org.rescueline.station.Capability;
import org.rescueline.station.RankingRequest;
import org.rescueline.station.Reason;
import org.rescueline.station.StationStatus;

/**
 * What keeps a station from going. A station is eligible when no objection holds; every one that does is told, because
 * the dispatcher may have to argue with it.
 */
final class Objections {

    @FunctionalInterface
    private interface Objection {
        Optional<Reason> to(StationRecord station, DoubleSupplier distanceMeters, RankingRequest request);
    }

    /** In the order in which they are told: the hardest to overcome first. */
    private static final List<Objection> ALL = List.of(
            Objections::isNotActive,
            Objections::isNotAble,
            Objections::isClosed,
            Objections::hasNoDutyPhone,
            Objections::isOutsideItsRadius);

    private Objections() {}

    static List<Reason> to(Near<StationRecord> near, RankingRequest request) {
        return ALL.stream()
                .flatMap(objection -> objection.to(near.item(), near::distanceMeters, request).stream())
                .toList();
    }

    static boolean hold(StationRecord station, DoubleSupplier distanceMeters, RankingRequest request) {
        for (var objection : ALL) {
            if (objection.to(station, distanceMeters, request).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Reason> isNotActive(
            StationRecord station, DoubleSupplier distanceMeters, RankingRequest request) {
        var status = station.status();
        return objection(status != StationStatus.ACTIVE, Reason.Code.NOT_ACTIVE, () -> Map.of("status", status));
    }

    private static Optional<Reason> isNotAble(
            StationRecord station, DoubleSupplier distanceMeters, RankingRequest request) {
        return objection(
                !station.capabilities().containsAll(request.need()),
                Reason.Code.NOT_ABLE,
                () -> missing(station, request));
    }

    private static Optional<Reason> isClosed(
            StationRecord station, DoubleSupplier distanceMeters, RankingRequest request) {
        var hours = station.hours();
        return objection(
                !hours.isOpenAt(request.at()),
                Reason.Code.CLOSED_AT_NIGHT,
                () -> Map.of(
                        "opensAt", hours.opensAt().toString(),
                        "closesAt", hours.closesAt().toString()));
    }

    private static Optional<Reason> hasNoDutyPhone(
            StationRecord station, DoubleSupplier distanceMeters, RankingRequest request) {
        return objection(station.dutyPhones().isEmpty(), Reason.Code.NO_DUTY_PHONE, Map::of);
    }

    private static Optional<Reason> isOutsideItsRadius(
            StationRecord station, DoubleSupplier distanceMeters, RankingRequest request) {
        var radiusKm = station.serviceRadiusKm();
        return radiusKm == null
                ? Optional.empty()
                : objection(
                        distanceMeters.getAsDouble() > radiusKm * 1_000.0,
                        Reason.Code.OUTSIDE_RADIUS,
                        () -> Map.of("radiusKm", radiusKm));
    }

    private static Map<String, Object> missing(StationRecord station, RankingRequest request) {
        var missing = EnumSet.noneOf(Capability.class);
        missing.addAll(request.need());
        missing.removeAll(station.capabilities());
        return Map.of("missing", List.copyOf(missing));
    }

    /** The arguments are made only for an objection that holds: thousands of stations are looked at for a handful told. */
    private static Optional<Reason> objection(
            boolean holds, Reason.Code code, Supplier<Map<String, Object>> arguments) {
        return holds ? Optional.of(Reason.against(code, arguments.get())) : Optional.empty();
    }
}
