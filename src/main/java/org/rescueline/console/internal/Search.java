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
import org.jspecify.annotations.Nullable;
import org.rescueline.console.ConsoleConfig;
import org.rescueline.event.EventFilter;
import org.rescueline.event.EventService;
import org.rescueline.event.EventView;
import org.rescueline.rescue.RescueJobView;
import org.rescueline.rescue.RescueService;
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
 * The one search box: plate, VIN or its last eight, telephone number, number of a case or rescue, name of a station. Every room
 * is asked at the same time, each in a session of its own; what does not answer in time is left out.
 */
@ApplicationScoped
public class Search {

    private static final Logger LOG = Logger.getLogger(Search.class);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
    private static final int SHORT_VIN = 8;

    private final VehicleService vehicles;
    private final EventService events;
    private final RescueService rescues;
    private final StationService stations;
    private final TelephonyService telephony;
    private final PhoneMask mask;
    private final ReactiveBridge bridge;
    private final ConsoleConfig.Search limits;
    private final ZoneId zone;

    Search(
            VehicleService vehicles,
            EventService events,
            RescueService rescues,
            StationService stations,
            TelephonyService telephony,
            PhoneMask mask,
            ReactiveBridge bridge,
            ConsoleConfig config) {
        this.vehicles = vehicles;
        this.events = events;
        this.rescues = rescues;
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
                        ask("events", () -> findEvents(words, page)),
                        ask("rescues", () -> findRescues(words)),
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

    private Uni<List<Found>> findEvents(SearchWords words, PageRequest page) {
        var number = words.wholeNumber().map(Object::toString).orElse(null);
        var all = EventFilter.all();
        var filter = new EventFilter(
                all.states(), all.kinds(), null, null, number, number == null ? words.text() : null, null, null);
        return events.listEvents(filter, page)
                .map(found ->
                        found.items().stream().map(event -> found(event, words)).toList());
    }

    /** Among the open jobs: a closed one is found by its case. */
    private Uni<List<Found>> findRescues(SearchWords words) {
        return rescues.listOpen().map(open -> open.stream()
                .filter(job -> isNamed(
                        words,
                        job.number(),
                        job.vehicle() == null ? null : job.vehicle().plate()))
                .limit(limits.perKind())
                .map(job -> found(job, words))
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

    private static Found found(EventView event, SearchWords words) {
        var vehicle = event.vehicle();
        var plate = vehicle == null ? null : vehicle.plate();
        return Found.of(
                Found.Kind.EVENT,
                event.id(),
                event.number(),
                Arrays.asList(plate, event.caller().name()),
                words,
                Objects.requireNonNullElse(plate, event.number()));
    }

    private static Found found(RescueJobView job, SearchWords words) {
        var plate = job.vehicle() == null ? null : job.vehicle().plate();
        var station = job.station() == null ? null : job.station().name();
        return Found.of(
                Found.Kind.RESCUE,
                job.id(),
                job.number(),
                Arrays.asList(plate, station),
                words,
                Objects.requireNonNullElse(plate, job.number()));
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

    private static boolean isNamed(SearchWords words, String number, @Nullable String plate) {
        return SearchWords.key(number).contains(words.key())
                || plate != null && SearchWords.key(plate).contains(words.key());
    }
}
