package org.rescueline.vehicle.gps.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.rescueline.shared.Outbox;
import org.rescueline.testkit.Terminal808;
import org.rescueline.vehicle.DriverSosRaised;
import org.rescueline.vehicle.gps.gateway.TerminalGateway;
import org.rescueline.vehicle.gps.jt808.LocationReport;
import org.rescueline.vehicle.gps.jt808.PlatformAck;

@QuarkusTest
class SosFlowTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Hears every SOS through the outbox. */
    @Singleton
    static class Listener {
        private final List<DriverSosRaised> heard = new CopyOnWriteArrayList<>();

        void listen(@Observes StartupEvent started, Outbox outbox) {
            outbox.on(DriverSosRaised.class, "test-sos", fact -> {
                heard.add(fact);
                return Uni.createFrom().voidItem();
            });
        }

        List<DriverSosRaised> of(String phone) {
            return heard.stream()
                    .filter(fact -> fact.terminalPhone().equals(phone))
                    .toList();
        }
    }

    @Inject
    TerminalGateway gateway;

    @Inject
    Listener listener;

    @Inject
    Pool pool;

    private final String phone =
            "1" + (3_000_000_000L + ThreadLocalRandom.current().nextLong(999_999_999L));
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Test
    void tellsOfEachPressOnceAndStoresItBeforeItAnswers() {
        // Given
        try (Terminal808 terminal = Terminal808.online(gateway.port(), phone)) {
            terminal.report(report(0));

            // When the driver presses, holds, lets go and presses again
            PlatformAck.Result pressed = terminal.report(report(10).withDriverSos(true));
            boolean isStored = sosAt(phone).equals(start.plusSeconds(10));
            terminal.report(report(20).withDriverSos(true));
            terminal.report(report(30));
            terminal.report(report(40).withDriverSos(true));

            // Then
            assertThat(pressed).isEqualTo(PlatformAck.Result.DONE);
            assertThat(isStored).isTrue();
            await().atMost(PATIENCE).until(() -> listener.of(phone).size() == 2);
            assertThat(listener.of(phone))
                    .extracting(DriverSosRaised::at)
                    .containsExactly(start.plusSeconds(10), start.plusSeconds(40));
            assertThat(listener.of(phone).get(0).position().latitude()).isEqualTo(34.51);
        }
    }

    @Test
    void tellsOfAPressWithoutAFixFromTheLastKnownPlace() {
        // Given
        try (Terminal808 terminal = Terminal808.online(gateway.port(), phone)) {
            terminal.report(report(0));

            // When the driver presses in a tunnel
            PlatformAck.Result result =
                    terminal.report(report(10).withFixed(false).withDriverSos(true));

            // Then
            assertThat(result).isEqualTo(PlatformAck.Result.DONE);
            await().atMost(PATIENCE).until(() -> listener.of(phone).size() == 1);
            assertThat(listener.of(phone).get(0).position().latitude()).isEqualTo(34.5);
        }
    }

    @Test
    void saysNothingTwiceWhenTheTerminalRepeatsThePress() {
        // Given
        try (Terminal808 terminal = Terminal808.online(gateway.port(), phone)) {
            terminal.report(report(10).withDriverSos(true));

            // When our answer was lost
            PlatformAck.Result again = terminal.report(report(10).withDriverSos(true));
            terminal.report(report(20));

            // Then
            assertThat(again).isEqualTo(PlatformAck.Result.DONE);
            await().atMost(PATIENCE).until(() -> listener.of(phone).size() == 1);
        }
    }

    private LocationReport report(int second) {
        return LocationReport.at(34.5 + second / 1000.0, 109.4, start.plusSeconds(second));
    }

    private Instant sosAt(String terminalPhone) {
        return pool.preparedQuery("select sos_at from terminal where phone = $1")
                .execute(Tuple.of(terminalPhone))
                .map(rows -> rows.iterator().next().getOffsetDateTime(0).toInstant())
                .await()
                .atMost(PATIENCE);
    }
}
