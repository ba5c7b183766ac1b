package org.rescueline.console.internal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.rescueline.console.ConsoleConfig;
import org.rescueline.security.PhoneMask;
import org.rescueline.security.Viewer;
import org.rescueline.shared.PageRequest;
import org.rescueline.shared.ReactiveBridge;
import org.rescueline.station.StationFilter;
import org.rescueline.station.StationService;
import org.rescueline.station.StationView;
import org.rescueline.telephony.CallFilter;
import org.rescueline.telephony.CallView;
import org.rescueline.telephony.TelephonyService;
import org.rescueline.vehicle.VehicleFilter;
import org.rescueline.vehicle.VehicleService;
import org.rescueline.vehicle.VehicleView;

/**
 * The one search box: plate, VIN or its last eight, telephone number, name or code of a station. Every room
 * is asked at the same time, each in a session of its own; what does not answer in time is left out.
 */
@ApplicationScoped
public class Search {

    private static final Logger LOG = Logger.getLogger(Search.class);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
    private static final int SHORT_VIN = 8;

    private final VehicleService vehicles;
    private final StationService stations;
    private final TelephonyService telephony;
    private final PhoneMask mask;
    private final ReactiveBridge bridge;
    private final ConsoleConfig.Search limits;
    private final ZoneId zone;

    Search(
            VehicleService vehicles,
            StationService stations,
            TelephonyService telephony,
            PhoneMask mask,
            ReactiveBridge bridge,
            ConsoleConfig config) {
        this.vehicles = vehicles;
        this.stations = stations;
        this.telephony = telephony;
        this.mask = mask;
        this.bridge = bridge;
        this.limits = config.search();
        this.zone = config.zone();
    }

    /** What fits the words, the closest first, a few of each kind. */
    public Uni<List<Found>> find(SearchWords words, Viewer viewer) {
        var page = PageRequest.first(limits.perKind());
        return Uni.join()
                .all(
                        ask("vehicles", () -> findVehicles(words, page)),
                        ask("stations", () -> findStations(words, page)),
                        ask("calls", () -> findCalls(words, page, viewer)))
                .andFailFast()
                .map(found -> found.stream()
                        .flatMap(Collection::stream)
                        .sorted(Found.ORDER)
                        .toList());
    }

    private Uni<List<Found>> ask(String room, Supplier<Uni<List<Found>>> question) {
        return bridge.uni("search-" + room, limits.timeout(), question)
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("The search goes on without %s: %s", room, failure.getMessage());
                    return List.of();
                });
    }

    private Uni<List<Found>> findVehicles(SearchWords words, PageRequest page) {
        return vehicles.listVehicles(new VehicleFilter(words.text()), page).map(found -> found.items().stream()
                .map(vehicle -> found(vehicle, words))
                .toList());
    }

    private Uni<List<Found>> findStations(SearchWords words, PageRequest page) {
        return stations.listStations(new StationFilter(words.text(), null, null, null), page)
                .map(found -> found.items().stream()
                        .map(station -> found(station, words))
                        .toList());
    }

    private Uni<List<Found>> findCalls(SearchWords words, PageRequest page, Viewer viewer) {
        return words.wholeNumber()
                .map(number ->
                        telephony.listCalls(new CallFilter(null, null, null, null, number.toString(), null), page))
                .map(calls -> calls.map(found -> found.items().stream()
                        .map(call -> found(call, words, viewer))
                        .toList()))
                .orElseGet(() -> Uni.createFrom().item(List.of()));
    }

    private static Found found(VehicleView vehicle, SearchWords words) {
        var vin = Objects.requireNonNullElse(vehicle.vin(), "");
        var plate = vehicle.plate();
        return Found.of(
                Found.Kind.VEHICLE,
                vehicle.id(),
                plate == null ? vin : plate,
                Arrays.asList(vehicle.model(), plate == null ? null : vin),
                words,
                vin,
                vin.length() > SHORT_VIN ? vin.substring(vin.length() - SHORT_VIN) : vin);
    }

    private static Found found(StationView station, SearchWords words) {
        return Found.of(
                Found.Kind.STATION,
                station.id(),
                station.name(),
                Arrays.asList(station.code(), station.office()),
                words,
                station.code());
    }

    private Found found(CallView call, SearchWords words, Viewer viewer) {
        var worksTheCase = viewer.extension()
                .filter(own -> own.equals(call.operatorExtension()))
                .isPresent();
        var shown = mask.lensFor(viewer, worksTheCase).showIfAny(call.callerNumber());
        return Found.of(
                Found.Kind.CALL,
                call.id(),
                Objects.requireNonNullElse(shown, "–"),
                Arrays.asList(MINUTE.format(call.offeredAt().atZone(zone)), call.operatorName()),
                words,
                words.text());
    }
}
