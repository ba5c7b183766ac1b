package org.rescueline.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Failure;
import org.rescueline.shared.ReactiveBridge;
import org.rescueline.vehicle.gps.intake.TerminalDirectory;

@QuarkusTest
class VehicleImportTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    VehicleService vehicles;

    @Inject
    TerminalDirectory directory;

    @Inject
    ReactiveBridge bridge;

    @Test
    void entersTwoThousandVehiclesAtOnce() {
        // Given
        List<NewVehicle> fleet =
                IntStream.range(0, 2_000).mapToObj(i -> truck("陕I", i)).toList();

        // When
        List<UUID> ids = importAll(fleet);

        // Then
        assertThat(ids).hasSize(2_000).doesNotHaveDuplicates();
        VehicleView last = bridge.run("test", PATIENCE, () -> vehicles.getVehicle(ids.get(1_999)))
                .toCompletableFuture()
                .join();
        assertThat(last.plate()).isEqualTo("陕I01999");
        assertThat(last.contacts())
                .extracting(ContactView::role)
                .containsExactly(ContactRole.DRIVER, ContactRole.OWNER);
        assertThat(last.terminals()).hasSize(1);
        assertThat(directory
                        .find(last.terminals().get(0).terminalPhone())
                        .orElseThrow()
                        .known()
                        .vehicleId())
                .isEqualTo(last.id());
    }

    @Test
    void entersAllOrNone() {
        // Given vehicles of which the last has a plate that is taken
        importAll(List.of(truck("陕J", 7)));
        List<NewVehicle> fleet = List.of(truck("陕J", 5), truck("陕J", 6), truck("陕J", 7));

        // When
        var importing = assertThatThrownBy(() -> importAll(fleet));

        // Then
        importing.hasRootCauseInstanceOf(Failure.class);
        var page = bridge.run(
                        "test",
                        PATIENCE,
                        () -> vehicles.listVehicles(
                                new VehicleFilter("陕J"), org.rescueline.shared.PageRequest.first(10)))
                .toCompletableFuture()
                .join();
        assertThat(page.items()).extracting(VehicleView::plate).containsExactly("陕J00007");
    }

    private List<UUID> importAll(List<NewVehicle> fleet) {
        return bridge.run("test-import", PATIENCE, () -> vehicles.importVehicles(fleet, Actor.SYSTEM))
                .toCompletableFuture()
                .join();
    }

    private static NewVehicle truck(String prefix, int number) {
        String digits = "%05d".formatted(number);
        return new NewVehicle(
                null,
                prefix + digits,
                "X3000",
                "6X4",
                "WEICHAI",
                "WP13",
                "FAST",
                new OwnerView("演示车主", null),
                List.of(
                        new NewContact("演示车主", ContactRole.OWNER, "137000" + digits),
                        new NewContact("演示司机", ContactRole.DRIVER, "136000" + digits)),
                List.of(new NewTerminal(
                        "14" + (prefix.charAt(1) - 'A') + "000" + digits, TerminalProtocol.JT808_2013)));
    }
}
