package org.rescueline.vehicle.gps.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.rescueline.shared.ReactiveBridge;

/** Old days against the real schema; days far back, which nothing else touches. */
@QuarkusTest
class PositionRetentionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    PositionRetention retention;

    @Inject
    PositionReader reader;

    @Inject
    ReactiveBridge bridge;

    @Inject
    Pool pool;

    @Test
    void thinsAnOldDayButForVehiclesWithACaseThatDay() {
        // Given a day three weeks ago with a fix every minute of two trucks, one of which had a case that day
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(21);
        UUID claimed = vehicle();
        UUID other = vehicle();
        int claimedTerminal = terminal(claimed, day);
        int otherTerminal = terminal(other, day);
        partition(day);
        fixes(claimedTerminal, day, 60, 0);
        fixes(otherTerminal, day, 60, 0);
        fixes(otherTerminal, day, 1, 1);
        eventOpenOn(claimed, day);

        // When
        keepTidy();
        keepTidy();

        // Then one fix in five minutes stays of the other, and the one with the emergency button
        assertThat(count(claimedTerminal)).isEqualTo(60);
        assertThat(count(otherTerminal)).isEqualTo(13);
        drop(day);
    }

    @Test
    void dropsAVeryOldDayAndKeepsTheLastPositionOfEachTerminal() {
        // Given a day a year ago
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(365);
        int terminal = terminal(vehicle(), day);
        partition(day);
        fixes(terminal, day, 10, 0);

        // When
        keepTidy();

        // Then
        assertThat(count(terminal)).isZero();
        assertThat(reader.lastOfDropped(List.of(terminal)).await().atMost(PATIENCE))
                .hasEntrySatisfying(terminal, fix -> assertThat(fix.bestTime())
                        .isEqualTo(day.atTime(0, 9).toInstant(ZoneOffset.UTC)));
    }

    private void keepTidy() {
        bridge.run("test-retention", PATIENCE, retention::keepTidy)
                .toCompletableFuture()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    private UUID vehicle() {
        UUID id = UUID.randomUUID();
        String plate = "R" + id.toString().substring(0, 8);
        run(
                "insert into vehicle (id, plate, plate_key, created_at, updated_at) values ('%s', '%s', upper('%2$s'), now(), now())"
                        .formatted(id, plate));
        return id;
    }

    private int terminal(UUID vehicle, LocalDate day) {
        int id = one("insert into terminal (phone, protocol, vehicle_id, first_seen_at, changed_at)"
                        + " values ('R-%s', 'HTTP', '%s', now(), now()) returning id"
                                .formatted(UUID.randomUUID(), vehicle))
                .getInteger(0);
        run("insert into terminal_fitting (terminal_id, vehicle_id, fitted_at) values (%d, '%s', '%s 00:00+00')"
                .formatted(id, vehicle, day.minusDays(1)));
        return id;
    }

    private void partition(LocalDate day) {
        run("create table if not exists %s partition of position for values from ('%s 00:00+00') to ('%s 00:00+00')"
                .formatted(table(day), day, day.plusDays(1)));
    }

    private void drop(LocalDate day) {
        run("drop table " + table(day));
        run("delete from position_day_thinned where day = '%s'".formatted(day));
    }

    /** One fix a minute from midnight, with these alarm bits thirty seconds later. */
    private void fixes(int terminal, LocalDate day, int minutes, int alarmBits) {
        run("insert into position (fixed_at, received_at, latitude, longitude, terminal_id, status_bits, alarm_bits,"
                + " is_ignition_known, source) select t, t, 34.5, 109.4, %d, 2, %d, true, 0 from generate_series("
                        .formatted(terminal, alarmBits)
                + "timestamptz '%1$s 00:00+00' + interval '%2$d seconds', timestamptz '%1$s 00:00+00' + interval '%3$d minutes' - interval '1 second', interval '1 minute') t"
                        .formatted(day, alarmBits * 30, minutes));
    }

    private void eventOpenOn(UUID vehicle, LocalDate day) {
        run("insert into event (id, number, state, source, vehicle_id, created_at, opened_at, closed_at) select"
                + " '%1$s', 'T-%1$s', 'CLOSED', 'MANUAL', '%2$s', '%3$s 01:00+00', '%3$s 01:00+00', '%3$s 05:00+00'"
                        .formatted(UUID.randomUUID(), vehicle, day));
    }

    private long count(int terminal) {
        return one("select count(*) from position where terminal_id = " + terminal)
                .getLong(0);
    }

    private void run(String sql) {
        pool.query(sql).execute().await().atMost(PATIENCE);
    }

    private Row one(String sql) {
        return pool.query(sql).execute().await().atMost(PATIENCE).iterator().next();
    }

    private static String table(LocalDate day) {
        return "position_" + day.toString().replace("-", "");
    }
}
