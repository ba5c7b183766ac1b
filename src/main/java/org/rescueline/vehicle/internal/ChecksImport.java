package org.rescueline.vehicle.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.Failure;
import org.rescueline.shared.FieldProblem;
import org.rescueline.shared.table.Table;
import org.rescueline.vehicle.NewTerminal;
import org.rescueline.vehicle.VehicleView;

/**
 * Reads a table of vehicles against the register, in this order: which vehicle each row is about, by VIN and plate; the
 * row laid over it; the rules of entering; the rows against each other; terminals that sit in other vehicles.
 */
@Singleton
class ChecksImport {

    private static final int ROUND = 500;
    private static final String KNOWN =
            "select id, vin, plate_key from vehicle where vin = any($1::text[]) or plate_key = any($2::text[])";
    private static final String FITTED =
            "select phone, vehicle_id from terminal where phone = any($1::text[]) and vehicle_id is not null";

    private final Pool pool;
    private final VehicleStore store;

    ChecksImport(Pool pool, VehicleStore store) {
        this.pool = pool;
        this.store = store;
    }

    /**
     * What became of a row.
     *
     * @param known the vehicle it is about, as it stands in the register; null for a new one
     * @param vehicle as it is to be stored; absent when the row is bad
     */
    record Checked(
            ImportRow row,
            @Nullable VehicleView known,
            @Nullable CheckedVehicle vehicle) {

        /** What is to be written; only of a row that is new or a change. */
        VehicleImport.Entry entry() {
            var wanted = Objects.requireNonNull(vehicle, "a bad row is never written");
            return known == null ? VehicleImport.Entry.added(wanted) : VehicleImport.Entry.changed(known, wanted);
        }

        boolean isBad() {
            return vehicle == null;
        }

        boolean isNew() {
            return vehicle != null && known == null;
        }

        boolean isChange() {
            return vehicle != null && known != null && !vehicle.isSameAs(known);
        }
    }

    /** A table after the check. */
    record Outcome(List<Checked> rows, List<String> ignoredHeadings) {}

    /**
     * Looks at every row; fails only when the table is none of vehicles at all. In rounds, between which others get their
     * turn on the thread.
     *
     * @param checked told after each round how many rows it was
     */
    Uni<Outcome> check(Table table, IntConsumer checked) {
        var ignored = new ArrayList<String>();
        var columns = columns(table.headings(), ignored);
        var rows = table.rows().stream().map(row -> new ImportRow(row, columns)).toList();
        var seen = new HashSet<String>();
        return Multi.createFrom()
                .iterable(rounds(rows))
                .onItem()
                .transformToUniAndConcatenate(round -> check(round, seen).invoke(() -> checked.accept(round.size())))
                .collect()
                .in(ArrayList<Checked>::new, List::addAll)
                .map(all -> new Outcome(all, ignored));
    }

    /** @param seen what the rounds before took, so that rows are also compared with those far above them */
    private Uni<List<Checked>> check(List<ImportRow> round, Set<String> seen) {
        return known(round)
                .chain(register -> fitted(round, register).map(fitted -> judge(round, register, fitted, seen)));
    }

    private static List<List<ImportRow>> rounds(List<ImportRow> rows) {
        return IntStream.range(0, (rows.size() + ROUND - 1) / ROUND)
                .mapToObj(i -> rows.subList(i * ROUND, Math.min(rows.size(), (i + 1) * ROUND)))
                .toList();
    }

    private static Map<ImportColumn, Integer> columns(List<String> headings, List<String> ignored) {
        var columns = new EnumMap<ImportColumn, Integer>(ImportColumn.class);
        for (int i = 0; i < headings.size(); i++) {
            var column = ImportColumn.of(headings.get(i));
            if (column.isEmpty() || columns.putIfAbsent(column.get(), i) != null) {
                ignored.add(headings.get(i));
            }
        }
        ignored.removeIf(String::isEmpty);
        if (!columns.containsKey(ImportColumn.VIN) && !columns.containsKey(ImportColumn.PLATE)) {
            throw Failure.invalid("file", "vehicle.import-no-key");
        }
        return columns;
    }

    /** The vehicles of the register that rows speak of, by VIN and by plate. */
    private Uni<Register> known(List<ImportRow> rows) {
        var vins = texts(rows, row -> row.vin() == null ? null : VehicleRules.vinKey(row.vin()));
        var plates = texts(rows, row -> row.plate() == null ? null : PlateKey.of(row.plate()));
        return pool.preparedQuery(KNOWN).execute(Tuple.of(vins, plates)).chain(found -> views(found)
                .map(views -> Register.of(found, views)));
    }

    private Uni<Map<UUID, VehicleView>> views(RowSet<Row> found) {
        List<UUID> ids = new ArrayList<>();
        found.forEach(row -> ids.add(row.getUUID("id")));
        return Panache.withSession(() -> store.list(ids))
                .map(views -> views.stream().collect(Collectors.toMap(VehicleView::id, Function.identity())));
    }

    private Uni<Map<String, UUID>> fitted(List<ImportRow> rows, Register register) {
        var phones = rows.stream()
                .flatMap(row -> row.over(register.knownOf(row)).terminals().stream())
                .map(NewTerminal::terminalPhone)
                .distinct()
                .toArray(String[]::new);
        return pool.preparedQuery(FITTED)
                .execute(Tuple.tuple().addArrayOfString(phones))
                .map(found -> {
                    var holders = new HashMap<String, UUID>();
                    found.forEach(row -> holders.put(row.getString("phone"), row.getUUID("vehicle_id")));
                    return holders;
                });
    }

    private static List<Checked> judge(
            List<ImportRow> rows, Register register, Map<String, UUID> fitted, Set<String> seen) {
        return rows.stream().map(row -> judge(row, register, fitted, seen)).toList();
    }

    private static Checked judge(ImportRow row, Register register, Map<String, UUID> fitted, Set<String> seen) {
        var known = register.knownOf(row);
        var vehicle = VehicleRules.checkRow(row.over(known), seen, row::refuse);
        if (register.isTorn(row)) {
            row.refuse(new FieldProblem(
                    "vin",
                    "vehicle.import-two-vehicles",
                    Map.of("vin", String.valueOf(row.vin()), "plate", String.valueOf(row.plate()))));
        }
        for (NewTerminal terminal : vehicle.terminals()) {
            var holder = fitted.get(terminal.terminalPhone());
            if (holder != null && (known == null || !holder.equals(known.id()))) {
                row.refuse(new FieldProblem(
                        "terminals", "vehicle.terminal-taken", Map.of("terminalPhone", terminal.terminalPhone())));
            }
        }
        return new Checked(row, known, row.problems().isEmpty() ? vehicle : null);
    }

    private static String[] texts(Collection<ImportRow> rows, Function<ImportRow, @Nullable String> text) {
        return rows.stream().map(text).filter(Objects::nonNull).distinct().toArray(String[]::new);
    }

    /** The part of the register that the file speaks of. */
    private record Register(Map<String, UUID> byVin, Map<String, UUID> byPlate, Map<UUID, VehicleView> views) {

        static Register of(RowSet<Row> found, Map<UUID, VehicleView> views) {
            var byVin = new HashMap<String, UUID>();
            var byPlate = new HashMap<String, UUID>();
            found.forEach(row -> {
                byVin.put(row.getString("vin"), row.getUUID("id"));
                byPlate.put(row.getString("plate_key"), row.getUUID("id"));
            });
            return new Register(byVin, byPlate, views);
        }

        /** By the VIN, which stays with the truck, before the plate, which may move. */
        @Nullable
        VehicleView knownOf(ImportRow row) {
            var id = idByVin(row);
            var found = id == null ? idByPlate(row) : id;
            return found == null ? null : views.get(found);
        }

        /** Whether VIN and plate belong to two vehicles. */
        boolean isTorn(ImportRow row) {
            var byItsVin = idByVin(row);
            var byItsPlate = idByPlate(row);
            if (byItsPlate == null || byItsPlate.equals(byItsVin)) {
                return false;
            }
            var vin = row.vin();
            var holder = views.get(byItsPlate);
            return byItsVin != null || vin != null && holder != null && holder.vin() != null;
        }

        private @Nullable UUID idByVin(ImportRow row) {
            var vin = row.vin();
            return vin == null ? null : byVin.get(VehicleRules.vinKey(vin));
        }

        private @Nullable UUID idByPlate(ImportRow row) {
            var plate = row.plate();
            return plate == null ? null : byPlate.get(PlateKey.of(plate));
        }
    }
}
