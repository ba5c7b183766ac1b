package org.rescueline.event.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.rescueline.event.CallerCard;
import org.rescueline.event.CallerCard.CallerVehicle;
import org.rescueline.event.CallerCard.Part;
import org.rescueline.event.EventConfig;
import org.rescueline.event.EventState;
import org.rescueline.event.EventSummary;
import org.rescueline.shared.PhoneNumber;
import org.rescueline.shared.ReactiveBridge;
import org.rescueline.station.Ranking;
import org.rescueline.station.RankingRequest;
import org.rescueline.station.StationService;
import org.rescueline.telephony.CallView;
import org.rescueline.telephony.CallsOfNumber;
import org.rescueline.telephony.TelephonyService;
import org.rescueline.vehicle.PositionView;
import org.rescueline.vehicle.VehicleService;
import org.rescueline.vehicle.VehicleView;

/**
 * Puts the caller card together: number → trucks → last fixes → cases → nearest stations. A part that fails or is late
 * is named in {@code missing}; the card itself never waits for it.
 */
@ApplicationScoped
class CallerCards {

    private static final Logger LOG = Logger.getLogger(CallerCards.class);
    private static final int NEAREST_STATIONS = 3;

    private final EventStore store;
    private final VehicleService vehicles;
    private final StationService stations;
    private final TelephonyService telephony;
    private final ReactiveBridge bridge;
    private final EventConfig config;

    CallerCards(
            EventStore store,
            VehicleService vehicles,
            StationService stations,
            TelephonyService telephony,
            ReactiveBridge bridge,
            EventConfig config) {
        this.store = store;
        this.vehicles = vehicles;
        this.stations = stations;
        this.telephony = telephony;
        this.bridge = bridge;
        this.config = config;
    }

    /**
     * The card of a call. To be called without a session: each step has one of its own and gives it back. A card that kept
     * one while its parts ask for another would wait for the other cards' to be given back, and they for its, once as many
     * telephones ring as there are connections.
     */
    Uni<CallerCard> of(CallView call) {
        var card = new Draft(call);
        return part(card, Part.VEHICLES, List.of(), () -> card.number
                        .map(vehicles::listByContactNumber)
                        .orElseGet(() -> Uni.createFrom().item(List.of())))
                .invoke(known -> card.vehicles = known)
                .invoke(() -> card.positions = positionsOf(card))
                .chain(() -> Panache.withSession(() -> cases(card)))
                .chain(() -> part(card, Part.CALLS, new CallsOfNumber(1, call.offeredAt()), () -> callsOf(card)))
                .invoke(calls -> card.calls = calls)
                .chain(() -> part(card, Part.NEAREST, Optional.<Ranking>empty(), () -> nearest(card)))
                .map(nearest -> card.finish(nearest.orElse(null), config.callerCardHistory()));
    }

    private Uni<Void> cases(Draft card) {
        return store.listOf(numberOf(card), BeginsEvent.idsOf(card.vehicles), 100)
                .invoke(card::take)
                .chain(() -> store.findCall(card.call.id()))
                .invoke(booked ->
                        card.eventId = booked.map(each -> each.eventId).orElse(null))
                .replaceWithVoid();
    }

    private Map<UUID, PositionView> positionsOf(Draft card) {
        return vehicles.findPositions(BeginsEvent.idsOf(card.vehicles)).stream()
                .filter(position -> position.vehicleId() != null)
                .collect(Collectors.toMap(
                        position -> Objects.requireNonNull(position.vehicleId()), Function.identity(), (a, b) -> a));
    }

    /** At least this one, even if the ledger knows it under another number. */
    private Uni<CallsOfNumber> callsOf(Draft card) {
        return card.number
                .map(number -> telephony.countCalls(number).map(calls -> calls.count() == 0 ? card.calls : calls))
                .orElseGet(() -> Uni.createFrom().item(card.calls));
    }

    private Uni<Optional<Ranking>> nearest(Draft card) {
        return card.likely()
                .map(card.positions::get)
                .map(position -> stations.rank(
                                new RankingRequest(position.place(), Set.of(), store.now(), NEAREST_STATIONS))
                        .map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    /** The part on a session of its own, so that giving up on it leaves ours whole. */
    private <T> Uni<T> part(Draft card, Part part, T without, Supplier<Uni<T>> work) {
        return bridge.uni("caller-card:" + part, config.callerCardPartDeadline(), work)
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("Call %s gets a caller card without %s: %s", card.call.id(), part, failure);
                    card.missing.add(part);
                    return without;
                });
    }

    private static @Nullable String numberOf(Draft card) {
        return card.number.map(PhoneNumber::e164).orElse(null);
    }

    /** The card while it is being put together. */
    private static final class Draft {

        private final CallView call;
        private final Optional<PhoneNumber> number;
        private final Set<Part> missing = EnumSet.noneOf(Part.class);
        private List<VehicleView> vehicles = List.of();
        private Map<UUID, PositionView> positions = Map.of();
        private List<EventEntity> events = List.of();
        private @Nullable UUID eventId;
        private CallsOfNumber calls;

        Draft(CallView call) {
            this.call = call;
            this.number = CustomerOf.call(call);
            this.calls = new CallsOfNumber(1, call.offeredAt());
        }

        void take(List<EventEntity> found) {
            events = found;
        }

        Optional<UUID> likely() {
            var unfinished = events.stream()
                    .filter(event -> event.state.isUnfinished())
                    .map(event -> event.vehicleId)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            return PicksLikelyVehicle.pick(BeginsEvent.idsOf(vehicles), unfinished, positions);
        }

        CallerCard finish(@Nullable Ranking nearest, int historyLength) {
            var contact = number.flatMap(each -> BeginsEvent.contactOf(each, vehicles));
            return new CallerCard(
                    call.id(),
                    number.map(PhoneNumber::e164).orElse(null),
                    contact.isPresent(),
                    contact.map(each -> each.name()).orElse(null),
                    contact.map(each -> each.role()).orElse(null),
                    vehicles.stream()
                            .map(vehicle -> vehicle.owner().company())
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null),
                    calls.count(),
                    calls.first(),
                    callersVehicles(),
                    summaries(EventState::isUnfinished, Integer.MAX_VALUE),
                    summaries(state -> !state.isUnfinished(), historyLength),
                    eventId,
                    nearest,
                    missing);
        }

        private List<CallerVehicle> callersVehicles() {
            var likely = likely();
            var list = new ArrayList<CallerVehicle>();
            for (var vehicle : vehicles) {
                boolean isLikely = likely.filter(vehicle.id()::equals).isPresent();
                list.add(new CallerVehicle(vehicle, positions.get(vehicle.id()), isLikely));
            }
            list.sort(Comparator.comparing(CallerVehicle::likely).reversed());
            return list;
        }

        private List<EventSummary> summaries(Predicate<EventState> wanted, int limit) {
            return events.stream()
                    .filter(event -> wanted.test(event.state))
                    .limit(limit)
                    .map(AssemblesView::summaryOf)
                    .toList();
        }
    }
}
