package org.rescueline.testkit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds the ledger, call by call, against the file that a switch itself writes (CEL) and against what SIPp counted on
 * both sides of the switch.
 */
public final class LedgerComparison {

    private static final Duration TOLERANCE = Duration.ofSeconds(1);

    /** What a switch that was stopped did in its last moments it may have told nobody. */
    private static final Duration LAST_MOMENTS = Duration.ofSeconds(2);

    private final OutlivingDatabase database;
    private final String pbx;
    private final AsteriskInstance exchange;
    private final CallCrowd crowd;
    private final List<Instant> stops;

    /**
     * What was seen.
     *
     * @param taken callers whom the exchange took, by SIPp's count
     * @param spoken callers with whom a desk spoke, by SIPp's count
     * @param recorded calls in the switch's own file
     * @param ledger calls in the ledger
     * @param differences what does not agree, one sentence for each
     */
    public record Outcome(int taken, int spoken, int recorded, int ledger, List<String> differences) {}

    /** A row of the ledger. */
    private record Told(
            String linkedid,
            @Nullable String number,
            String state,
            Instant offeredAt,
            @Nullable Instant answeredAt,
            @Nullable Instant endedAt) {}

    /**
     * Prepares it for one switch.
     *
     * @param pbx the switch's name in the ledger
     * @param stops when the switch was stopped; looked at when comparing
     */
    public LedgerComparison(
            OutlivingDatabase database, String pbx, AsteriskInstance exchange, CallCrowd crowd, List<Instant> stops) {
        this.database = database;
        this.pbx = pbx;
        this.exchange = exchange;
        this.crowd = crowd;
        this.stops = stops;
    }

    /** Compares now. */
    public Outcome compare() {
        var told = database.list(
                "select linkedid, caller_number, state, offered_at, answered_at, ended_at from call"
                        + " where direction = 'INBOUND' and pbx = '" + pbx + "'",
                LedgerComparison::told);
        var recorded = RecordedCalls.of(exchange.recordFile());
        var taken = new HashSet<>(crowd.taken());
        var spoken = new HashSet<>(crowd.spoken());
        var differences = Stream.of(withRecord(told, recorded), withCallers(told, taken, spoken), withTable())
                .flatMap(List::stream)
                .toList();
        return new Outcome(taken.size(), spoken.size(), recorded.size(), told.size(), differences);
    }

    private List<String> withRecord(List<Told> told, Map<String, RecordedCalls.Recorded> recorded) {
        var byId = told.stream().collect(Collectors.toMap(Told::linkedid, call -> call));
        var differences = new ArrayList<String>();
        byId.keySet().stream()
                .filter(id -> !recorded.containsKey(id))
                .forEach(id -> differences.add(id + " is in the ledger only"));
        recorded.forEach((id, call) -> {
            var row = byId.get(id);
            if (row == null) {
                differences.add(call.number() + " " + id + " is missing in the ledger");
            } else if (!agree(row, call)) {
                differences.add("ledger " + row + ", record " + call);
            }
        });
        return differences;
    }

    private static boolean agree(Told row, RecordedCalls.Recorded call) {
        return ("+86" + call.number()).equals(row.number())
                && row.state().equals(call.answeredAt() == null ? "ABANDONED" : "ENDED")
                && isClose(row.offeredAt(), call.startedAt())
                && (call.answeredAt() == null ? row.answeredAt() == null : isClose(row.answeredAt(), call.answeredAt()))
                && (call.endedAt() == null ? row.endedAt() != null : isClose(row.endedAt(), call.endedAt()));
    }

    private static boolean isClose(@Nullable Instant told, Instant recorded) {
        return told != null && Duration.between(told, recorded).abs().compareTo(TOLERANCE) <= 0;
    }

    private List<String> withCallers(List<Told> told, Set<String> taken, Set<String> spoken) {
        var differences = new ArrayList<String>();
        var numbers = told.stream().map(LedgerComparison::numberOf).collect(Collectors.toSet());
        taken.stream()
                .filter(number -> !numbers.contains(number))
                .forEach(number -> differences.add("SIPp's caller " + number + " is missing in the ledger"));
        if (numbers.size() != told.size()) {
            differences.add(told.size() + " calls in the ledger of " + numbers.size() + " callers");
        }
        for (var call : told) {
            boolean isAnswered = call.answeredAt() != null;
            if (isAnswered != spoken.contains(numberOf(call)) && !endedWithSwitch(call)) {
                differences.add(
                        "SIPp's desks " + (isAnswered ? "never spoke" : "spoke") + " with the caller of " + call);
            }
            if (!taken.contains(numberOf(call)) && !endedWithSwitch(call)) {
                differences.add("SIPp's caller never heard of " + call);
            }
        }
        return differences;
    }

    /** As SIPp knows it. */
    private static String numberOf(Told call) {
        return String.valueOf(call.number()).replace("+86", "");
    }

    private boolean endedWithSwitch(Told call) {
        return stops.stream()
                .anyMatch(at -> call.offeredAt().isBefore(at.plus(LAST_MOMENTS))
                        && (call.endedAt() == null || !call.endedAt().isBefore(at.minus(LAST_MOMENTS))));
    }

    /** What was written while the database was away is brought into the table. */
    private List<String> withTable() {
        long rows = database.count("select count(distinct (eventtime, eventtype, appname, uniqueid, linkedid, extra))"
                + " from cel where split_part(linkedid, '-', 1) = '" + pbx + "'");
        long lines = RecordedCalls.lines(exchange.recordFile());
        return rows == lines ? List.of() : List.of("the table cel has " + rows + " rows, the file " + lines + " lines");
    }

    private static Told told(ResultSet row) throws SQLException {
        return new Told(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Objects.requireNonNull(instant(row, 4)),
                instant(row, 5),
                instant(row, 6));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
