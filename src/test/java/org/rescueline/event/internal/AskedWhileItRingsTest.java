package org.rescueline.event.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rescueline.event.CallerCard.CallerVehicle;
import org.rescueline.event.CallerCardReady;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Facts;
import org.rescueline.shared.PhoneNumber;
import org.rescueline.telephony.CallRinging;
import org.rescueline.testkit.Calls;
import org.rescueline.testkit.HeardFacts;
import org.rescueline.testkit.Reactively;
import org.rescueline.testkit.Terminal808;
import org.rescueline.vehicle.ContactRole;
import org.rescueline.vehicle.NewContact;
import org.rescueline.vehicle.NewTerminal;
import org.rescueline.vehicle.NewVehicle;
import org.rescueline.vehicle.TerminalProtocol;
import org.rescueline.vehicle.VehicleService;
import org.rescueline.vehicle.VehicleView;
import org.rescueline.vehicle.gps.gateway.TerminalGateway;
import org.rescueline.vehicle.gps.jt808.LocationReport;

/** The telephone rings and the caller's trucks are asked where they are, over their own connections. */
@QuarkusTest
class AskedWhileItRingsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    VehicleService vehicles;

    @Inject
    TerminalGateway gateway;

    @Inject
    Facts facts;

    private final String number = Calls.freshNumber();
    private final Calls call = Calls.from(number);
    private HeardFacts<CallerCardReady> cards;

    @BeforeEach
    void listen() {
        cards = HeardFacts.of(CallerCardReady.class);
    }

    @Test
    void showsThePlaceThatTheTerminalAnsweredWhileTheTelephoneStillRings() {
        // Given
        var truck = truck();
        try (var terminal = online(truck)) {
            terminal.report(34.5, 109.5, now().minusSeconds(600));
            ring();

            // When
            terminal.awaitQuery(Optional.of(LocationReport.at(34.6, 109.6, now())));

            // Then
            await().atMost(SOON).until(() -> latitudesOf(truck).equals(List.of(34.5, 34.6)));
        }
    }

    @Test
    void showsThePlacesOfAllTrucksOfTheCallerThatAnswered() {
        // Given
        var one = truck();
        var other = truck();
        try (var first = online(one);
                var second = online(other)) {
            ring();

            // When
            first.awaitQuery(Optional.of(LocationReport.at(34.6, 109.6, now())));
            second.awaitQuery(Optional.of(LocationReport.at(34.7, 109.7, now())));

            // Then
            await().atMost(SOON)
                    .until(() -> latitudesOf(one).contains(34.6)
                            && latitudesOf(other).contains(34.7));
            assertThat(cardsOfCall()).hasSize(2);
        }
    }

    private VehicleView truck() {
        var serial = Calls.freshNumber().substring(6);
        var truck = new NewVehicle(
                null,
                "陕Y" + serial,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(new NewContact("演示司机", ContactRole.DRIVER, number)),
                List.of(new NewTerminal("137" + serial, TerminalProtocol.JT808_2013)));
        var entered = Reactively.get(() -> vehicles.createVehicle(truck, Actor.SYSTEM));
        assertThat(Reactively.get(() -> vehicles.listByContactNumber(PhoneNumber.parse(number))))
                .extracting(VehicleView::id)
                .contains(entered.id());
        return entered;
    }

    private Terminal808 online(VehicleView truck) {
        return Terminal808.online(gateway.port(), truck.terminals().get(0).terminalPhone());
    }

    private void ring() {
        facts.publish(new CallRinging(call.id(), "1001", call.ringing("1001")));
    }

    private List<Double> latitudesOf(VehicleView truck) {
        return cardsOfCall().stream()
                .flatMap(ready -> ready.card().vehicles().stream())
                .filter(shown -> shown.vehicle().id().equals(truck.id()))
                .map(CallerVehicle::position)
                .filter(position -> position != null)
                .map(position -> position.latitude())
                .toList();
    }

    private List<CallerCardReady> cardsOfCall() {
        UUID id = call.id();
        return cards.that(ready -> ready.callId().equals(id));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }
}
