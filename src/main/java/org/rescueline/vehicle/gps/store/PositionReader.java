package org.rescueline.vehicle.gps.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.rescueline.vehicle.PositionSource;
import org.rescueline.vehicle.gps.GpsConfig;
import org.rescueline.vehicle.gps.fix.Fix;

/** Reads the history. */
@Singleton
public class PositionReader {
    private static final String COLUMNS = "p.terminal_id, " + CopyFormat.COLUMNS.replace("terminal_id, ", "");

    /** For each terminal one step down its index, newest day first: no sorting, and days behind the first are not read. */
    private static final String LAST = "select " + COLUMNS + " from unnest($1::int[]) wanted(id) cross join lateral"
            + " (select * from position h where h.terminal_id = wanted.id and h.fixed_at >= $2"
            + " order by h.fixed_at desc limit 1) p";

    private static final String LAST_OF_DROPPED =
            "select " + COLUMNS + " from terminal_last_position p where p.terminal_id = any($1::int[])";

    /** A track is the vehicle's: of each terminal only the time it was fitted. */
    private static final String TRACK = "select " + COLUMNS + " from terminal_fitting f join position p"
            + " on p.terminal_id = f.terminal_id and p.fixed_at >= greatest(f.fitted_at, $2)"
            + " and p.fixed_at < least(coalesce(f.removed_at, 'infinity'), $3)"
            + " where f.vehicle_id = $1 and p.fixed_at >= $2 and p.fixed_at < $3 order by p.fixed_at limit $4";

    private final Pool pool;
    private final Clock clock;
    private final int keepDays;

    PositionReader(Pool pool, Clock clock, GpsConfig config) {
        this.pool = pool;
        this.clock = clock;
        this.keepDays = config.history().keepDays();
    }

    /** The newest position of each of these terminals; those without history are left out. */
    public Uni<Map<Integer, Fix>> lastOf(Collection<Integer> terminalIds) {
        Tuple wanted = Tuple.of(
                terminalIds.toArray(Integer[]::new),
                clock.instant().atOffset(ZoneOffset.UTC).minusDays(keepDays));
        return pool.preparedQuery(LAST).execute(wanted).map(rows -> {
            Map<Integer, Fix> found = new HashMap<>();
            rows.forEach(row -> found.put(row.getInteger("terminal_id"), fix(row)));
            return found;
        });
    }

    /** The same for terminals whose history has been dropped since. */
    public Uni<Map<Integer, Fix>> lastOfDropped(Collection<Integer> terminalIds) {
        return pool.preparedQuery(LAST_OF_DROPPED)
                .execute(Tuple.of(terminalIds.toArray(Integer[]::new)))
                .map(rows -> {
                    Map<Integer, Fix> found = new HashMap<>();
                    rows.forEach(row -> found.put(row.getInteger("terminal_id"), fix(row)));
                    return found;
                });
    }

    /**
     * Where the terminals of a vehicle were while they were fitted to it, oldest first.
     *
     * @param limit at most so many
     */
    public Uni<List<Fix>> track(UUID vehicleId, Instant from, Instant to, int limit) {
        Tuple wanted = Tuple.of(vehicleId, from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC), limit);
        return pool.preparedQuery(TRACK).execute(wanted).map(PositionReader::fixes);
    }

    private static List<Fix> fixes(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(PositionReader::fix)
                .toList();
    }

    private static Fix fix(Row row) {
        return new Fix(
                row.getDouble("latitude"),
                row.getDouble("longitude"),
                orUnknown(row.getInteger("altitude_meters")),
                orUnknown(row.getInteger("speed_tenths_kph")),
                orUnknown(row.getInteger("course_degrees")),
                row.getOffsetDateTime("fixed_at").toInstant(),
                row.getOffsetDateTime("received_at").toInstant(),
                row.getInteger("status_bits"),
                row.getBoolean("is_ignition_known"),
                row.getInteger("alarm_bits"),
                orUnknown(row.getInteger("mileage_tenths_km")),
                orUnknown(row.getInteger("satellites")),
                row.getInteger("source") == 0 ? PositionSource.TERMINAL : PositionSource.HTTP);
    }

    private static int orUnknown(@Nullable Integer value) {
        return value == null ? Fix.UNKNOWN : value;
    }
}
