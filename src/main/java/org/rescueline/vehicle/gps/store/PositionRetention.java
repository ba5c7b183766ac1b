package org.rescueline.vehicle.gps.store;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.rescueline.vehicle.ClaimsTracks;
import org.rescueline.vehicle.gps.GpsConfig;

/**
 * What is kept of the history, day by day:
 *
 * <ol>
 *   <li>a young day ({@code full-days}): every fix;
 *   <li>an older one: every fix of the vehicles that had an open case that day, and every fix with the emergency button
 *       pressed; of all others one fix in {@code thin-interval};
 *   <li>one older than {@code keep-days}: nothing but the last position of terminals that have been silent since.
 * </ol>
 *
 * <p>A day is thinned by writing what stays into a new table and exchanging the two, in one transaction: deleting most of
 * a day row by row would take longer and leave the space behind. Nothing is written into such a day any more, since
 * reports that old are not believed. One node does it at a time. When nobody can say which vehicles had cases, nothing is
 * thinned.
 */
@Singleton
public class PositionRetention {
    private static final Logger LOG = Logger.getLogger(PositionRetention.class);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final String PREFIX = "position_";

    private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(808211)";

    /** The same as for making partitions: only while tables are exchanged, or writers would wait for the whole thinning. */
    private static final String LOCK_PARTITIONS = "select cast(pg_advisory_xact_lock(808210) as text)";

    private static final String LIST = "select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid"
            + " where i.inhparent = 'position'::regclass and not exists (select from position_day_thinned t"
            + " where 'position_' || to_char(t.day, 'YYYYMMDD') = c.relname and t.day >= $1) order by 1";

    private static final String FILL = "insert into %1$s_thin (" + CopyFormat.COLUMNS + ") select " + CopyFormat.COLUMNS
            + " from (select p.*, row_number() over (partition by terminal_id,"
            + " floor(extract(epoch from fixed_at) / $1) order by fixed_at) as place from %1$s p) each"
            + " where place = 1 or (alarm_bits & 1) = 1 or terminal_id in (select f.terminal_id from terminal_fitting f"
            + " where f.vehicle_id = any($2) and f.fitted_at < $4 and coalesce(f.removed_at, 'infinity') >= $3)";

    private static final String KEEP_LAST = "insert into terminal_last_position (" + CopyFormat.COLUMNS + ") select"
            + " distinct on (terminal_id) " + CopyFormat.COLUMNS + " from %s order by terminal_id, fixed_at desc"
            + " on conflict (terminal_id) do update set (" + CopyFormat.COLUMNS + ") = row (excluded."
            + CopyFormat.COLUMNS.replace(", ", ", excluded.") + ")"
            + " where excluded.fixed_at > terminal_last_position.fixed_at";

    private final Pool pool;
    private final List<ClaimsTracks> claims;
    private final Clock clock;
    private final GpsConfig.History config;

    PositionRetention(Pool pool, @All List<ClaimsTracks> claims, Clock clock, GpsConfig config) {
        this.pool = pool;
        this.claims = claims;
        this.clock = clock;
        this.config = config.history();
    }

    /** Thins and drops what is due, the oldest day first. */
    public Uni<Void> keepTidy() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(today.minusDays(config.keepDays())))
                .map(PositionRetention::days)
                .chain(days -> Multi.createFrom()
                        .iterable(days)
                        .onItem()
                        .transformToUniAndConcatenate(day -> keepTidy(day, today))
                        .collect()
                        .asList())
                .replaceWithVoid();
    }

    private Uni<Void> keepTidy(LocalDate day, LocalDate today) {
        if (day.isBefore(today.minusDays(config.keepDays()))) {
            return alone(connection -> drop(connection, day));
        }
        return day.isBefore(today.minusDays(config.fullDays()))
                ? claimed(day).chain(kept -> alone(connection -> thin(connection, day, kept)))
                : Uni.createFrom().voidItem();
    }

    /** In a transaction, unless another node is at it. */
    private Uni<Void> alone(Function<SqlConnection, Uni<Void>> work) {
        return pool.withTransaction(connection -> connection
                .query(TRY_LOCK)
                .execute()
                .chain(rows -> rows.iterator().next().getBoolean(0)
                        ? work.apply(connection)
                        : Uni.createFrom().voidItem()));
    }

    private Uni<Set<UUID>> claimed(LocalDate day) {
        return Multi.createFrom()
                .iterable(claims)
                .onItem()
                .transformToUniAndConcatenate(claim -> claim.vehiclesWithCases(start(day), start(day.plusDays(1))))
                .collect()
                .in(HashSet::new, Set::addAll);
    }

    private Uni<Void> thin(SqlConnection connection, LocalDate day, Set<UUID> kept) {
        String table = table(day);
        Tuple values = Tuple.of(
                (double) config.thinInterval().toSeconds(),
                kept.toArray(UUID[]::new),
                start(day).atOffset(ZoneOffset.UTC),
                start(day.plusDays(1)).atOffset(ZoneOffset.UTC));
        return run(connection, "create table " + table + "_thin (like position)")
                .chain(() -> connection.preparedQuery(FILL.formatted(table)).execute(values))
                .invoke(stayed -> LOG.infof("Of %s %d fixes stay", day, stayed.rowCount()))
                .chain(() -> run(connection, LOCK_PARTITIONS))
                .chain(() -> run(connection, "alter table position detach partition " + table))
                .chain(() -> run(connection, "drop table " + table))
                .chain(() -> run(connection, "alter table " + table + "_thin rename to " + table))
                .chain(() -> run(
                        connection,
                        "alter table position attach partition %s for values from ('%s 00:00+00') to ('%s 00:00+00')"
                                .formatted(table, day, day.plusDays(1))))
                .chain(() -> connection
                        .preparedQuery("insert into position_day_thinned (day, thinned_at) values ($1, $2)"
                                + " on conflict (day) do nothing")
                        .execute(Tuple.of(day, clock.instant().atOffset(ZoneOffset.UTC))))
                .replaceWithVoid();
    }

    private Uni<Void> drop(SqlConnection connection, LocalDate day) {
        return run(connection, KEEP_LAST.formatted(table(day)))
                .chain(() -> run(connection, LOCK_PARTITIONS))
                .chain(() -> run(connection, "drop table " + table(day)))
                .chain(() -> connection
                        .preparedQuery("delete from position_day_thinned where day = $1")
                        .execute(Tuple.of(day)))
                .invoke(() -> LOG.infof("The history of %s is dropped", day))
                .replaceWithVoid();
    }

    private static Uni<Void> run(SqlConnection connection, String sql) {
        return connection.query(sql).execute().replaceWithVoid();
    }

    private static List<LocalDate> days(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> LocalDate.parse(row.getString(0).substring(PREFIX.length()), NAME))
                .toList();
    }

    private static String table(LocalDate day) {
        return PREFIX + NAME.format(day);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
