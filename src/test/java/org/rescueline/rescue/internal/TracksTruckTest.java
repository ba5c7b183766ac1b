package org.rescueline.rescue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rescueline.rescue.Advance;
import org.rescueline.rescue.Cases;
import org.rescueline.rescue.RescueJobView;
import org.rescueline.rescue.RescueService;
import org.rescueline.rescue.RescueStage;
import org.rescueline.shared.Actor;
import org.rescueline.shared.ReactiveBridge;
import org.rescueline.testkit.Terminal808;
import org.rescueline.vehicle.NewTerminal;
import org.rescueline.vehicle.NewVehicle;
import org.rescueline.vehicle.TerminalProtocol;
import org.rescueline.vehicle.VehicleService;
import org.rescueline.vehicle.gps.gateway.TerminalGateway;
import org.rescueline.vehicle.gps.jt808.TrackingOrder;

/** A truck's terminal, a real TCP client, while somebody is on the way to it. */
@QuarkusTest
class TracksTruckTest {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    @Inject
    RescueService rescues;

    @Inject
    VehicleService vehicles;

    @Inject
    TerminalGateway gateway;

    @Inject
    Cases cases;

    @Inject
    ReactiveBridge bridge;

    @Test
    void reportsOftenWhileAJobIsOpenAndNoLonger() {
        // Given a truck that is connected
        String phone = aPhone();
        UUID truck = truckWith(phone);
        try (Terminal808 terminal = Terminal808.online(gateway.port(), phone)) {
            RescueJobView job = request(truck);
            TrackingOrder begun = terminal.answerOrder(TrackingOrder.class, 0);

            // When the job is cancelled
            cancel(job);

            // Then
            assertThat(begun).isEqualTo(new TrackingOrder(10, 4 * 3600));
            assertThat(terminal.answerOrder(TrackingOrder.class, 0)).isEqualTo(TrackingOrder.STOP);
        }
    }

    @Test
    void tellsATruckThatComesOnlineWhileItsJobIsOpen() {
        // Given a job for a truck that is not connected
        String phone = aPhone();
        UUID truck = truckWith(phone);
        RescueJobView job = request(truck);

        // When it connects
        try (Terminal808 terminal = Terminal808.online(gateway.port(), phone)) {
            TrackingOrder order = terminal.answerOrder(TrackingOrder.class, 0);

            // Then
            assertThat(order.intervalSeconds()).isEqualTo(10);
        }
        cancel(job);
    }

    @ParameterizedTest
    @EnumSource(RescueStage.class)
    void wantsNoTruckToReportOftenWhoseJobIsOver(RescueStage stage) {
        // Given a stage

        // When
        boolean isWanted = TracksTruck.isWanted(stage);

        // Then
        assertThat(isWanted && !stage.isOpen()).isFalse();
        assertThat(isWanted || !stage.occupiesStation() || stage == RescueStage.COMPLETED)
                .isTrue();
    }

    private RescueJobView request(UUID truck) {
        UUID event = cases.openFor(truck, 34.5, 109.4);
        return done(() -> rescues.requestRescue(event, Actor.SYSTEM));
    }

    private void cancel(RescueJobView job) {
        var step = new Advance(RescueStage.CANCELLED, "the driver mended it himself", null, null);
        done(() -> rescues.getJob(job.id()).chain(now -> rescues.advance(job.id(), step, Actor.SYSTEM, now.version())));
    }

    private UUID truckWith(String phone) {
        var terminal = new NewTerminal(phone, TerminalProtocol.JT808_2013);
        var truck = new NewVehicle(
                null, "陕R" + phone.substring(6), null, null, null, null, null, null, List.of(), List.of(terminal));
        return done(() -> vehicles.createVehicle(truck, Actor.SYSTEM)).id();
    }

    private static String aPhone() {
        return "1" + (3_000_000_000L + ThreadLocalRandom.current().nextLong(999_999_999L));
    }

    private <T> T done(Supplier<Uni<T>> work) {
        return bridge.run("test-tracks-truck", DEADLINE, work)
                .toCompletableFuture()
                .orTimeout(DEADLINE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
