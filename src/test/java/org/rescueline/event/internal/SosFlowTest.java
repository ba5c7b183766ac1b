package org.rescueline.event.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rescueline.event.EventFilter;
import org.rescueline.event.EventKind;
import org.rescueline.event.EventService;
import org.rescueline.event.EventSource;
import org.rescueline.event.EventState;
import org.rescueline.event.EventView;
import org.rescueline.event.Priority;
import org.rescueline.shared.Actor;
import org.rescueline.shared.PageRequest;
import org.rescueline.testkit.Calls;
import org.rescueline.testkit.FakeNeighbours;
import org.rescueline.testkit.FakeVehicles;
import org.rescueline.testkit.Reactively;
import org.rescueline.testkit.Trucks;
import org.rescueline.vehicle.DriverSosRaised;
import org.rescueline.vehicle.VehicleView;

/** A driver's SOS on a real database. */
@QuarkusTest
@TestProfile(FakeNeighbours.class)
class SosFlowTest {

    private static final Instant NOW = Instant.now();

    @Inject
    EventService events;

    @Inject
    SosFlow flow;

    @Inject
    FakeVehicles vehicles;

    @Test
    void beginsAnEmergencyRescueWithTruckAndPlace() {
        // Given
        var truck = truck();

        // When
        Reactively.tell(sos(truck, NOW));

        // Then
        var event = onlyEventOf(truck);
        assertThat(event.source()).isEqualTo(EventSource.SOS);
        assertThat(event.kind()).isEqualTo(EventKind.EMERGENCY_RESCUE);
        assertThat(event.priority()).isEqualTo(Priority.P2);
        assertThat(event.fix().latitude()).isEqualTo(34.5);
        assertThat(event.ownerId()).isNull();
        assertThat(kindsOf(event)).contains("EVENT_DRAFTED", "SOS_RAISED", "PRIORITY_DECIDED");
    }

    @Test
    void takesTheSameReportInOnce() {
        // Given
        var truck = truck();

        // When
        Stream.generate(() -> sos(truck, NOW)).limit(4).forEach(report -> Reactively.get(() -> flow.raised(report)));

        // Then
        assertThat(kindsOf(onlyEventOf(truck))).containsOnlyOnce("SOS_RAISED").doesNotContain("SOS_REPEATED");
    }

    @Test
    void makesOneCaseOfAButtonThatIsPressedAgainAndAgain() {
        // Given
        var truck = truck();
        var presses = Stream.iterate(NOW, at -> at.plusSeconds(7)).limit(5).toList();

        // When
        presses.parallelStream().forEach(at -> Reactively.get(() -> flow.raised(sos(truck, at))));

        // Then
        assertThat(kindsOf(onlyEventOf(truck)).stream().filter("SOS_REPEATED"::equals))
                .hasSize(4);
    }

    @Test
    void flagsANewSosOfTheSameDayAfterTheFirstWasClosed() {
        // Given
        var truck = truck();
        Reactively.get(() -> flow.raised(sos(truck, NOW)));
        var first = onlyEventOf(truck);
        Reactively.get(() -> events.close(first.id(), "Pressed by mistake", Actor.SYSTEM));

        // When
        Reactively.get(() -> flow.raised(sos(truck, NOW.plusSeconds(900))));

        // Then
        var second = eventsOf(truck).stream()
                .filter(event -> event.state() == EventState.DRAFT)
                .findFirst()
                .orElseThrow();
        assertThat(second.repeatWithin24h())
                .extracting(EventView.RepeatEvent::eventId)
                .containsExactly(first.id());
    }

    @Test
    void isAnEmergencyThoughNobodyKnowsTheTerminal() {
        // Given
        var terminalPhone = "1399" + Math.abs(UUID.randomUUID().getMostSignificantBits() % 10_000_000);

        // When
        Reactively.get(() -> flow.raised(new DriverSosRaised(null, terminalPhone, null, NOW)));

        // Then
        var all = Reactively.get(() -> events.listEvents(EventFilter.unfinished(), PageRequest.first(200)));
        assertThat(all.items())
                .filteredOn(event -> event.source() == EventSource.SOS && event.vehicle() == null)
                .anySatisfy(event -> assertThat(Reactively.get(() -> events.listTimeline(event.id())))
                        .anySatisfy(
                                line -> assertThat(line.arguments()).containsEntry("terminalPhone", terminalPhone)));
    }

    private VehicleView truck() {
        var truck = Trucks.drivenBy(Calls.freshNumber());
        vehicles.know(truck);
        vehicles.know(Trucks.at(truck, 34.5, 109.5));
        return truck;
    }

    private static DriverSosRaised sos(VehicleView truck, Instant at) {
        return new DriverSosRaised(
                truck.id(), truck.terminals().get(0).terminalPhone(), Trucks.at(truck, 34.5, 109.5), at);
    }

    private EventView onlyEventOf(VehicleView truck) {
        await().atMost(Duration.ofSeconds(20)).until(() -> !eventsOf(truck).isEmpty());
        var found = eventsOf(truck);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<EventView> eventsOf(VehicleView truck) {
        var filter = new EventFilter(Set.of(), Set.of(), null, truck.id(), null, null, null, null);
        return Reactively.get(() -> events.listEvents(filter, PageRequest.first(50)))
                .items();
    }

    private List<String> kindsOf(EventView event) {
        return Reactively.get(() -> events.listTimeline(event.id())).stream()
                .map(line -> line.kind())
                .toList();
    }
}
