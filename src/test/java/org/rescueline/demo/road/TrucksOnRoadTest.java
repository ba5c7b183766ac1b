package org.rescueline.demo.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rescueline.demo.Cities;
import org.rescueline.demo.fleet.DemoNumbers;

/** The simulated terminals on real sockets, against a gateway that remembers whom it heard. */
class TrucksOnRoadTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final Vertx vertx = Vertx.vertx();
    private final HeardGateway gateway = new HeardGateway();
    private final TrucksOnRoad trucks = new TrucksOnRoad(vertx, Clock.systemUTC(), Cities.read(), 9818);

    @AfterEach
    void stop() {
        trucks.stop();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        gateway.close();
    }

    @Test
    void startsFiveThousandTerminalsThatEachShowTheirCodeAndGoOnReporting() {
        // When
        trucks.start("127.0.0.1", gateway.port(), new TrucksOnRoad.Plan(5_000, 25, Duration.ofSeconds(2)));

        // Then
        await("two reports of each").atMost(PATIENCE).until(() -> haveReported(5_000, 2));
        assertThat(gateway.reports()).containsOnlyKeys(phones(5_000));
        assertThat(gateway.registrations().values()).containsOnly(1);
        assertThat(gateway.connections()).isEqualTo(200);
        assertThat(gateway.complaints()).isEmpty();
    }

    @Test
    void givesEachTruckALineOfItsOwnUnlessTheyShareOne() {
        // When
        trucks.start("127.0.0.1", gateway.port(), new TrucksOnRoad.Plan(120, 1, INTERVAL));

        // Then
        await("a report of each").atMost(PATIENCE).until(() -> haveReported(120, 1));
        assertThat(gateway.connections()).isEqualTo(120);
        assertThat(gateway.complaints()).isEmpty();
    }

    @Test
    void dialsAgainWithTheCodesItHasWhenItsLinesAreCut() {
        // Given
        trucks.start("127.0.0.1", gateway.port(), new TrucksOnRoad.Plan(30, 10, INTERVAL));
        await("a report of each").atMost(PATIENCE).until(() -> haveReported(30, 1));

        // When
        gateway.cutAll();

        // Then
        await("new lines").atMost(PATIENCE).until(() -> gateway.connections() == 6);
        gateway.reports().clear();
        await("a report of each").atMost(PATIENCE).until(() -> haveReported(30, 1));
        assertThat(gateway.registrations().values()).containsOnly(1);
        assertThat(gateway.complaints()).isEmpty();
    }

    private boolean haveReported(int terminals, int times) {
        return gateway.reports().size() == terminals
                && gateway.reports().values().stream().allMatch(reports -> reports.size() >= times);
    }

    private static String[] phones(int trucks) {
        // The header carries a number of fixed length; its leading zeros are no part of the phone.
        return IntStream.rangeClosed(1, trucks)
                .mapToObj(DemoNumbers::terminalPhone)
                .map(phone -> phone.replaceFirst("^0+", ""))
                .toArray(String[]::new);
    }
}
