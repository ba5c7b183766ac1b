package org.rescueline.vehicle.gps.intake;

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
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.rescueline.vehicle.TerminalProtocol;
import org.rescueline.vehicle.gps.GpsConfig;
import org.rescueline.vehicle.gps.jt808.Registration;

/** The table {@code terminal} as the feeds use it: single statements, each its own transaction. */
@Singleton
public class TerminalTable {
    private static final String COLUMNS =
            "t.id, t.phone, t.protocol, t.vehicle_id, v.plate, t.auth_code, t.sos_at, t.sos_held";
    private static final String READ =
            "select " + COLUMNS + " from terminal t left join vehicle v on v.id = t.vehicle_id ";

    /** Strangers are taken in while there are not too many of them; terminals that are known always are. */
    private static final String UNLESS_TOO_MANY = " where exists (select from terminal where phone = $1)"
            + " or (select count(*) from terminal where vehicle_id is null) < ";

    /**
     * A terminal that registers again keeps its code, since our first answer may have been lost or the old code still be
     * in use; another device under the same phone gets a new one, which shuts the old device out.
     */
    private static final String REGISTER = "with written as (insert into terminal as known (phone, protocol, auth_code,"
            + " manufacturer, model, device_id, plate_told, plate_colour, first_seen_at, registered_at, changed_at)"
            + " select $1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $9" + UNLESS_TOO_MANY + "$10"
            + " on conflict (phone) do update set protocol = excluded.protocol,"
            + " auth_code = case when known.device_id is not distinct from excluded.device_id"
            + " and known.manufacturer is not distinct from excluded.manufacturer"
            + " then coalesce(known.auth_code, excluded.auth_code) else excluded.auth_code end,"
            + " manufacturer = excluded.manufacturer, model = excluded.model, device_id = excluded.device_id,"
            + " plate_told = excluded.plate_told, plate_colour = excluded.plate_colour,"
            + " registered_at = excluded.registered_at, changed_at = excluded.changed_at returning *)"
            + " select " + COLUMNS + " from written t left join vehicle v on v.id = t.vehicle_id";

    private static final String KEEP_UNKNOWN = "insert into terminal (phone, protocol, first_seen_at, changed_at)"
            + " select $1, $2, $3, $3" + UNLESS_TOO_MANY + "$4 on conflict (phone) do nothing";

    private final Pool pool;
    private final Clock clock;
    private final int maxWithoutVehicle;

    TerminalTable(Pool pool, Clock clock, GpsConfig config) {
        this.pool = pool;
        this.clock = clock;
        this.maxWithoutVehicle =
                config.unknownTerminals() == GpsConfig.UnknownTerminals.KEEP ? config.maxTerminalsWithoutVehicle() : 0;
    }

    /** Every terminal. */
    Uni<List<KnownTerminal>> listAll() {
        return pool.query(READ).execute().map(TerminalTable::terminals);
    }

    /** The terminals that were changed at an instant or later, by whichever node. */
    Uni<List<KnownTerminal>> listChangedSince(Instant instant) {
        return pool.preparedQuery(READ + "where t.changed_at >= $1")
                .execute(Tuple.of(utc(instant)))
                .map(TerminalTable::terminals);
    }

    /** The terminal with this canonical phone. */
    Uni<Optional<KnownTerminal>> find(String phone) {
        return pool.preparedQuery(READ + "where t.phone = $1")
                .execute(Tuple.of(phone))
                .map(TerminalTable::first);
    }

    /**
     * Registers a terminal, known or not.
     *
     * @param freshCode the code it gets unless it keeps the one it has
     * @return empty when it is not known and strangers are not taken in, or no more of them
     */
    Uni<Optional<KnownTerminal>> register(
            String phone, TerminalProtocol protocol, Registration registration, String freshCode) {
        Tuple values = Tuple.tuple()
                .addString(phone)
                .addString(protocol.name())
                .addString(freshCode)
                .addString(registration.manufacturer())
                .addString(registration.model())
                .addString(registration.deviceId())
                .addString(registration.plate())
                .addInteger(registration.plateColour())
                .addOffsetDateTime(utc(clock.instant()))
                .addInteger(maxWithoutVehicle);
        return pool.preparedQuery(REGISTER).execute(values).map(TerminalTable::first);
    }

    /**
     * Takes in a terminal that reports without having registered.
     *
     * @return empty when strangers are not taken in, or no more of them
     */
    Uni<Optional<KnownTerminal>> keepUnknown(String phone, TerminalProtocol protocol) {
        return pool.preparedQuery(KEEP_UNKNOWN)
                .execute(Tuple.of(phone, protocol.name(), utc(clock.instant()), maxWithoutVehicle))
                .chain(done -> find(phone));
    }

    /** Notes what a terminal of 2019 tells of itself when it authenticates. */
    Uni<Void> noteDevice(int id, String imei, String softwareVersion) {
        return pool.preparedQuery("update terminal set imei = $2, software_version = $3 where id = $1"
                        + " and (imei, software_version) is distinct from ($2, $3)")
                .execute(Tuple.of(id, imei, softwareVersion))
                .replaceWithVoid();
    }

    /** Takes the code away from a terminal that logs out. */
    Uni<Void> forgetCode(int id) {
        return pool.preparedQuery("update terminal set auth_code = null, changed_at = $2 where id = $1")
                .execute(Tuple.of(id, utc(clock.instant())))
                .replaceWithVoid();
    }

    /** Notes that the emergency button was let go. */
    Uni<Void> noteSosReleased(int id) {
        return pool.preparedQuery("update terminal set sos_held = false where id = $1")
                .execute(Tuple.of(id))
                .replaceWithVoid();
    }

    private static Optional<KnownTerminal> first(RowSet<Row> rows) {
        return terminals(rows).stream().findFirst();
    }

    private static List<KnownTerminal> terminals(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(TerminalTable::terminal)
                .toList();
    }

    private static KnownTerminal terminal(Row row) {
        return new KnownTerminal(
                row.getInteger("id"),
                row.getString("phone"),
                TerminalProtocol.valueOf(row.getString("protocol")),
                row.getUUID("vehicle_id"),
                row.getString("plate"),
                row.getString("auth_code"),
                instant(row.getOffsetDateTime("sos_at")),
                row.getBoolean("sos_held"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
