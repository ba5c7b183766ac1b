package org.rescueline.vehicle.internal;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.Page;
import org.rescueline.shared.PageRequest;
import org.rescueline.vehicle.FittingView;
import org.rescueline.vehicle.RegisterConfig;
import org.rescueline.vehicle.TerminalGap;
import org.rescueline.vehicle.TerminalGapRow;
import org.rescueline.vehicle.TerminalProtocol;
import org.rescueline.vehicle.gps.jt808.TerminalPhone;

/** What is wrong with terminals, and where each of them was. */
@Singleton
class TerminalGaps {

    /** A vehicle with two terminals is silent when both are. */
    private static final String SILENT = "t.vehicle_id is not null and coalesce(t.heard_at, t.first_seen_at) < $1"
            + " and not exists (select from terminal o where o.vehicle_id = t.vehicle_id and o.heard_at >= $1)";

    private static final Map<TerminalGap, String> WHERE = new EnumMap<>(Map.of(
            TerminalGap.TERMINAL_WITHOUT_VEHICLE, "t.vehicle_id is null and $1::timestamptz is not null",
            TerminalGap.VEHICLE_SILENT, SILENT,
            TerminalGap.CLOCK_WRONG, "t.clock_wrong_since is not null and $1::timestamptz is not null",
            TerminalGap.FIX_FROZEN, "t.fix_frozen_since is not null and $1::timestamptz is not null"));

    private static final Map<TerminalGap, String> SINCE = new EnumMap<>(Map.of(
            TerminalGap.TERMINAL_WITHOUT_VEHICLE, "t.first_seen_at",
            TerminalGap.VEHICLE_SILENT, "coalesce(t.heard_at, t.first_seen_at)",
            TerminalGap.CLOCK_WRONG, "t.clock_wrong_since",
            TerminalGap.FIX_FROZEN, "t.fix_frozen_since"));

    private static final String FITTINGS = """
            select t.phone, f.vehicle_id, coalesce(v.plate, v.vin) as plate,
                   case when isfinite(f.fitted_at) then f.fitted_at end as fitted_at, f.fitted_by,
                   f.removed_at, f.removed_by
              from terminal_fitting f
              join terminal t on t.id = f.terminal_id
              join vehicle v on v.id = f.vehicle_id
             where %s order by f.fitted_at desc, t.phone limit 500""";

    private final Pool pool;
    private final Clock clock;
    private final RegisterConfig config;

    TerminalGaps(Pool pool, Clock clock, RegisterConfig config) {
        this.pool = pool;
        this.clock = clock;
        this.config = config;
    }

    Uni<Map<TerminalGap, Long>> count() {
        var columns = new ArrayList<String>();
        for (var gap : TerminalGap.values()) {
            columns.add("(select count(*) from terminal t where " + WHERE.get(gap) + ")");
        }
        return pool.preparedQuery("select " + String.join(", ", columns))
                .execute(Tuple.of(silentBefore()))
                .map(rows -> {
                    var row = rows.iterator().next();
                    var counts = new EnumMap<TerminalGap, Long>(TerminalGap.class);
                    for (var gap : TerminalGap.values()) {
                        counts.put(gap, row.getLong(gap.ordinal()));
                    }
                    return counts;
                });
    }

    Uni<Page<TerminalGapRow>> list(TerminalGap gap, PageRequest page) {
        var from = " from terminal t left join vehicle v on v.id = t.vehicle_id where " + WHERE.get(gap);
        var columns = "select t.phone, t.protocol, t.vehicle_id, v.plate, v.vin, t.plate_told, t.heard_at, "
                + SINCE.get(gap) + " as since";
        return pool.preparedQuery("select count(*)" + from)
                .execute(Tuple.of(silentBefore()))
                .map(rows -> rows.iterator().next().getLong(0))
                .chain(total -> pool.preparedQuery(columns + from + " order by since, t.phone limit $2 offset $3")
                        .execute(Tuple.of(silentBefore(), page.size(), page.offset()))
                        .map(rows -> Page.of(gaps(rows), total, page)));
    }

    Uni<List<FittingView>> fittingsOf(UUID vehicleId) {
        return pool.preparedQuery(FITTINGS.formatted("f.vehicle_id = $1"))
                .execute(Tuple.of(vehicleId))
                .map(TerminalGaps::fittings);
    }

    Uni<List<FittingView>> fittingsOf(String terminalPhone) {
        return pool.preparedQuery(FITTINGS.formatted("t.phone = $1"))
                .execute(Tuple.of(TerminalPhone.canonical(terminalPhone)))
                .map(TerminalGaps::fittings);
    }

    private OffsetDateTime silentBefore() {
        return clock.instant().minus(config.silentAfter()).atOffset(ZoneOffset.UTC);
    }

    private static List<TerminalGapRow> gaps(RowSet<Row> rows) {
        var list = new ArrayList<TerminalGapRow>();
        rows.forEach(row -> list.add(new TerminalGapRow(
                row.getString("phone"),
                TerminalProtocol.valueOf(row.getString("protocol")),
                row.getUUID("vehicle_id"),
                row.getString("plate"),
                row.getString("vin"),
                row.getString("plate_told"),
                row.getOffsetDateTime("since").toInstant(),
                instant(row, "heard_at"))));
        return list;
    }

    private static List<FittingView> fittings(RowSet<Row> rows) {
        var list = new ArrayList<FittingView>();
        rows.forEach(row -> list.add(new FittingView(
                row.getString("phone"),
                row.getUUID("vehicle_id"),
                row.getString("plate"),
                instant(row, "fitted_at"),
                row.getString("fitted_by"),
                instant(row, "removed_at"),
                row.getString("removed_by"))));
        return list;
    }

    private static @Nullable Instant instant(Row row, String column) {
        var time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
