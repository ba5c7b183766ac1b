package org.rescueline.vehicle.gps.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One partition for each day (UTC). Made some days ahead, so that midnight is a moment like any other, and for a day
 * long past when a terminal brings what it had kept. Used by the writer's thread alone.
 */
final class PositionPartitions {
    private static final String PREFIX = "position_";
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd");

    /** Several nodes may find the same day missing at once; one of them makes it while the others wait. */
    private static final String LOCK = "select pg_advisory_xact_lock(808210)";

    private static final String LIST = "select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid"
            + " where i.inhparent = 'position'::regclass";

    private static final long SECONDS_A_DAY = Duration.ofDays(1).toSeconds();

    private final Clock clock;
    private final int ahead;
    private final Set<LocalDate> known = new TreeSet<>();
    private LocalDate preparedOn = LocalDate.MIN;

    PositionPartitions(Clock clock, int ahead) {
        this.clock = clock;
        this.ahead = ahead;
    }

    /** Sees to it that there is a partition for each of the rows, and once a day for the days to come. */
    void prepare(Connection connection, List<PositionRow> rows) throws SQLException {
        LocalDate today = LocalDate.now(clock);
        Set<LocalDate> wanted = daysOf(rows);
        if (!today.equals(preparedOn)) {
            today.datesUntil(today.plusDays(ahead + 1L)).forEach(wanted::add);
        }
        if (!known.containsAll(wanted)) {
            make(connection, wanted);
        }
        preparedOn = today;
    }

    /** By the number of the day, since most rows are of the same one and each costs a division only. */
    private static Set<LocalDate> daysOf(List<PositionRow> rows) {
        Set<LocalDate> days = new TreeSet<>();
        long last = Long.MIN_VALUE;
        for (PositionRow row : rows) {
            long day = Math.floorDiv(row.fixedAt().getEpochSecond(), SECONDS_A_DAY);
            if (day != last) {
                days.add(LocalDate.ofEpochDay(day));
                last = day;
            }
        }
        return days;
    }

    /** Forgets what it knows, after a failure: perhaps somebody dropped a table by hand. */
    void forget() {
        known.clear();
        preparedOn = LocalDate.MIN;
    }

    private void make(Connection connection, Set<LocalDate> days) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(LOCK);
            Set<LocalDate> present = list(statement);
            for (LocalDate day : days) {
                if (!present.contains(day)) {
                    statement.execute(
                            "create table %s%s partition of position for values from ('%s 00:00+00') to ('%s 00:00+00')"
                                    .formatted(PREFIX, NAME.format(day), day, day.plusDays(1)));
                }
            }
            connection.commit();
            known.addAll(days);
        }
    }

    private static Set<LocalDate> list(Statement statement) throws SQLException {
        Set<LocalDate> days = new TreeSet<>();
        try (ResultSet tables = statement.executeQuery(LIST)) {
            while (tables.next()) {
                days.add(LocalDate.parse(tables.getString(1).substring(PREFIX.length()), NAME));
            }
        }
        return days;
    }
}
