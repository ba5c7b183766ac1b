package org.rescueline.vehicle.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Failure;
import org.rescueline.shared.Ids;
import org.rescueline.vehicle.ContactView;
import org.rescueline.vehicle.NewTerminal;
import org.rescueline.vehicle.SaleView;
import org.rescueline.vehicle.VehicleView;

/** Many vehicles in few statements: a column at a time, a thousand vehicles in each round, one transaction. */
@Singleton
class VehicleImport {
    private static final int ROUND = 1000;

    private static final String VEHICLES = """
            insert into vehicle (id, vin, plate, plate_key, model, drive_form, engine_make, engine_model, gearbox_make,
                                 owner_name, owner_company, batch, sold_on, warranty_until, created_at, updated_at,
                                 version)
            select u.*, $15, $15, 0
              from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                          $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::date[],
                          $14::date[]) u""";

    private static final String CHANGE = """
            update vehicle v
               set vin = u.vin, plate = u.plate, plate_key = u.plate_key, model = u.model, drive_form = u.drive_form,
                   engine_make = u.engine_make, engine_model = u.engine_model, gearbox_make = u.gearbox_make,
                   owner_name = u.owner_name, owner_company = u.owner_company, batch = u.batch, sold_on = u.sold_on,
                   warranty_until = u.warranty_until, updated_at = $15, version = v.version + 1
              from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                          $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::date[], $14::date[],
                          $16::bigint[])
                   u(id, vin, plate, plate_key, model, drive_form, engine_make, engine_model, gearbox_make,
                     owner_name, owner_company, batch, sold_on, warranty_until, version)
             where v.id = u.id and v.version = u.version""";

    private static final String FORGET_CONTACTS = "delete from contact where vehicle_id = any($1::uuid[])";

    private static final String TOUCH = "update terminal set changed_at = $2 where vehicle_id = any($1::uuid[])";

    private static final String CONTACTS = """
            insert into contact (id, vehicle_id, ordinal, name, role, number)
            select * from unnest($1::uuid[], $2::uuid[], $3::smallint[], $4::text[], $5::text[], $6::text[])""";

    private static final String TERMINALS = """
            insert into terminal (phone, protocol, first_seen_at, changed_at)
            select u.phone, u.protocol, $3, $3 from unnest($1::text[], $2::text[]) u(phone, protocol)
            on conflict (phone) do nothing""";

    private static final String TAKEN =
            "select t.phone from unnest($1::text[], $2::uuid[]) u(phone, vehicle_id) join terminal t on t.phone = u.phone"
                    + " where t.vehicle_id <> u.vehicle_id order by t.phone limit 1";

    private static final String FIT = """
            update terminal t set vehicle_id = u.vehicle_id, changed_at = $3
              from unnest($1::text[], $2::uuid[]) u(phone, vehicle_id) where t.phone = u.phone""";

    private static final String FITTINGS = """
            insert into terminal_fitting (terminal_id, vehicle_id, fitted_at, fitted_by)
            select t.id, t.vehicle_id, case when exists (select from terminal_fitting b where b.terminal_id = t.id)
                                            then $2 else '-infinity'::timestamptz end, $3
              from terminal t
             where t.phone = any($1::text[])
               and not exists (select from terminal_fitting o where o.terminal_id = t.id and o.removed_at is null)""";

    private static final String CHANGES = """
            insert into vehicle_change (vehicle_id, version, at, actor_kind, actor_id, actor_name, vehicle)
            select u.id, v.version, $3, $4, $5, $6, u.content::jsonb
              from unnest($1::uuid[], $2::text[]) u(id, content) join vehicle v on v.id = u.id""";

    /** A vehicle with the id it gets, or has, and the version that was looked at. */
    record Entry(UUID id, CheckedVehicle vehicle, long version) {

        static Entry added(CheckedVehicle vehicle) {
            return new Entry(Ids.next(), vehicle, 0);
        }

        static Entry changed(VehicleView known, CheckedVehicle vehicle) {
            return new Entry(known.id(), vehicle, known.version());
        }
    }

    private final Pool pool;
    private final Clock clock;
    private final ObjectMapper json;

    VehicleImport(Pool pool, Clock clock, ObjectMapper json) {
        this.pool = pool;
        this.clock = clock;
        this.json = json;
    }

    Uni<List<UUID>> enter(List<CheckedVehicle> vehicles, Actor actor) {
        List<Entry> entries = vehicles.stream().map(Entry::added).toList();
        return write(entries, List.of(), actor, connection -> Uni.createFrom().voidItem(), written -> {})
                .map(done -> entries.stream().map(Entry::id).toList());
    }

    /**
     * New and changed vehicles, all or none.
     *
     * @param first done in the same transaction before them
     * @param written told after each round how many vehicles it wrote
     */
    Uni<Void> write(
            List<Entry> added,
            List<Entry> changed,
            Actor actor,
            Function<SqlConnection, Uni<Void>> first,
            IntConsumer written) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return pool.withTransaction(connection -> first.apply(connection)
                        .chain(() -> inRounds(changed, round -> change(connection, round, actor, now), written))
                        .chain(() -> inRounds(added, round -> enter(connection, round, actor, now), written)))
                .replaceWithVoid();
    }

    private static Uni<Void> inRounds(
            List<Entry> entries, Function<List<Entry>, Uni<Void>> round, IntConsumer written) {
        return Multi.createFrom()
                .iterable(rounds(entries))
                .onItem()
                .transformToUniAndConcatenate(each -> round.apply(each).invoke(() -> written.accept(each.size())))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> enter(SqlConnection connection, List<Entry> entries, Actor actor, OffsetDateTime now) {
        return run(connection, VEHICLES, vehicles(entries, now)).chain(() -> rest(connection, entries, actor, now));
    }

    private Uni<Void> change(SqlConnection connection, List<Entry> entries, Actor actor, OffsetDateTime now) {
        UUID[] ids = entries.stream().map(Entry::id).toArray(UUID[]::new);
        Tuple values = vehicles(entries, now)
                .addArrayOfLong(entries.stream().map(Entry::version).toArray(Long[]::new));
        return connection
                .preparedQuery(CHANGE)
                .execute(values)
                .invoke(done -> {
                    if (done.rowCount() != entries.size()) {
                        throw Failure.conflict("vehicle.import-overtaken");
                    }
                })
                .chain(() -> run(connection, FORGET_CONTACTS, Tuple.tuple().addArrayOfUUID(ids)))
                .chain(() -> run(connection, TOUCH, Tuple.of(ids, now)))
                .chain(() -> rest(connection, entries, actor, now));
    }

    private Uni<Void> rest(SqlConnection connection, List<Entry> entries, Actor actor, OffsetDateTime now) {
        return run(connection, CONTACTS, contacts(entries))
                .chain(() -> enterTerminals(connection, entries, actor, now))
                .chain(() -> run(connection, CHANGES, changes(entries, actor, now)));
    }

    private static Uni<Void> enterTerminals(
            SqlConnection connection, List<Entry> entries, Actor actor, OffsetDateTime now) {
        List<NewTerminal> terminals = new ArrayList<>();
        List<UUID> vehicleIds = new ArrayList<>();
        entries.forEach(entry -> entry.vehicle().terminals().forEach(terminal -> {
            terminals.add(terminal);
            vehicleIds.add(entry.id());
        }));
        String[] phones = texts(terminals, NewTerminal::terminalPhone);
        String[] protocols = texts(terminals, terminal -> terminal.protocol().name());
        return run(connection, TERMINALS, Tuple.of(phones, protocols, now))
                .chain(() -> requireFree(connection, phones, vehicleIds.toArray(UUID[]::new)))
                .chain(() -> run(connection, FIT, Tuple.of(phones, vehicleIds.toArray(UUID[]::new), now)))
                .chain(() -> run(connection, FITTINGS, Tuple.of(phones, now, actor.name())));
    }

    private static Uni<Void> requireFree(SqlConnection connection, String[] phones, UUID[] vehicleIds) {
        return connection
                .preparedQuery(TAKEN)
                .execute(Tuple.of(phones, vehicleIds))
                .invoke(taken -> taken.forEach(row -> {
                    throw Failure.conflict("vehicle.terminal-taken", Map.of("terminalPhone", row.getString("phone")));
                }))
                .replaceWithVoid();
    }

    private static Tuple vehicles(List<Entry> entries, OffsetDateTime now) {
        return Tuple.tuple()
                .addArrayOfUUID(entries.stream().map(Entry::id).toArray(UUID[]::new))
                .addArrayOfString(texts(entries, entry -> entry.vehicle().vin()))
                .addArrayOfString(texts(entries, entry -> entry.vehicle().plate()))
                .addArrayOfString(texts(entries, entry -> entry.vehicle().plateKey()))
                .addArrayOfString(texts(entries, entry -> entry.vehicle().model()))
                .addArrayOfString(texts(entries, entry -> entry.vehicle().driveForm()))
                .addArrayOfString(texts(entries, entry -> entry.vehicle().engineMake()))
                .addArrayOfString(texts(entries, entry -> entry.vehicle().engineModel()))
                .addArrayOfString(texts(entries, entry -> entry.vehicle().gearboxMake()))
                .addArrayOfString(
                        texts(entries, entry -> entry.vehicle().owner().name()))
                .addArrayOfString(
                        texts(entries, entry -> entry.vehicle().owner().company()))
                .addArrayOfString(texts(entries, entry -> entry.vehicle().sale().batch()))
                .addArrayOfLocalDate(days(entries, SaleView::soldOn))
                .addArrayOfLocalDate(days(entries, SaleView::warrantyUntil))
                .addOffsetDateTime(now);
    }

    private static LocalDate[] days(List<Entry> entries, Function<SaleView, @Nullable LocalDate> day) {
        return entries.stream().map(entry -> day.apply(entry.vehicle().sale())).toArray(LocalDate[]::new);
    }

    private static Tuple contacts(List<Entry> entries) {
        List<UUID> vehicleIds = new ArrayList<>();
        List<Short> ordinals = new ArrayList<>();
        List<ContactView> contacts = new ArrayList<>();
        for (Entry entry : entries) {
            List<ContactView> own = entry.vehicle().contacts();
            for (int ordinal = 0; ordinal < own.size(); ordinal++) {
                vehicleIds.add(entry.id());
                ordinals.add((short) ordinal);
                contacts.add(own.get(ordinal));
            }
        }
        return Tuple.tuple()
                .addArrayOfUUID(contacts.stream().map(contact -> Ids.next()).toArray(UUID[]::new))
                .addArrayOfUUID(vehicleIds.toArray(UUID[]::new))
                .addArrayOfShort(ordinals.toArray(Short[]::new))
                .addArrayOfString(texts(contacts, ContactView::name))
                .addArrayOfString(texts(contacts, contact -> contact.role().name()))
                .addArrayOfString(texts(contacts, ContactView::number));
    }

    private Tuple changes(List<Entry> entries, Actor actor, OffsetDateTime now) {
        return Tuple.tuple()
                .addArrayOfUUID(entries.stream().map(Entry::id).toArray(UUID[]::new))
                .addArrayOfString(texts(entries, entry -> text(entry.vehicle())))
                .addOffsetDateTime(now)
                .addString(actor.kind().name())
                .addString(actor.id())
                .addString(actor.name());
    }

    private static Uni<Void> run(SqlConnection connection, String sql, Tuple values) {
        return connection.preparedQuery(sql).execute(values).replaceWithVoid();
    }

    private static <T> String[] texts(List<T> items, Function<T, @Nullable String> text) {
        return items.stream().map(text).toArray(String[]::new);
    }

    private static List<List<Entry>> rounds(List<Entry> entries) {
        int rounds = (entries.size() + ROUND - 1) / ROUND;
        return IntStream.range(0, rounds)
                .mapToObj(round -> entries.subList(round * ROUND, Math.min(entries.size(), (round + 1) * ROUND)))
                .toList();
    }

    private String text(CheckedVehicle vehicle) {
        try {
            return json.writeValueAsString(vehicle);
        } catch (JsonProcessingException e) {
            throw Failure.bug(e);
        }
    }
}
