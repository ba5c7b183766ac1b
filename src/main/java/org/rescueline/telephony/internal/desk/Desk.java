package org.rescueline.telephony.internal.desk;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.rescueline.telephony.DeskPhone;
import org.rescueline.telephony.DeskState;
import org.rescueline.telephony.DeskView;
import org.rescueline.telephony.PauseReason;

/**
 * Reads what the database client gives of desks.
 */
final class Desk {

    /** The columns of {@code operator_desk} that make a view. */
    static final String COLUMNS = """
            extension, user_id, user_name, page_id, phone, state, reason, state_since, wrap_up_until, claimed_at,
            heartbeat_at, stale_at,
            (select f.note from forced_pause f where f.operator_id = user_id) as forced_note,
            (select f.by_name from forced_pause f where f.operator_id = user_id) as forced_by""";

    private Desk() {}

    /** Who holds a desk, and from where. */
    record Holder(String extension, UUID userId, String userName, String sessionKey, UUID pageId) {}

    static DeskView read(Row row) {
        var reason = row.getString("reason");
        return new DeskView(
                row.getString("extension"),
                row.getUUID("user_id"),
                row.getString("user_name"),
                row.getUUID("page_id"),
                DeskPhone.valueOf(row.getString("phone")),
                DeskState.valueOf(row.getString("state")),
                reason == null ? null : PauseReason.valueOf(reason),
                forced(row),
                instant(row, "state_since"),
                instantIfAny(row, "wrap_up_until"),
                instant(row, "claimed_at"),
                instant(row, "heartbeat_at"),
                instantIfAny(row, "stale_at"));
    }

    private static DeskView.@Nullable ForcedPause forced(Row row) {
        var note = row.getString("forced_note");
        return note == null ? null : new DeskView.ForcedPause(note, row.getString("forced_by"));
    }

    static Optional<DeskView> first(RowSet<Row> rows) {
        return all(rows, Desk::read).stream().findFirst();
    }

    static <T> List<T> all(RowSet<Row> rows, Function<Row, T> reading) {
        return StreamSupport.stream(rows.spliterator(), false).map(reading).toList();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    private static @Nullable Instant instantIfAny(Row row, String column) {
        var value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }
}
