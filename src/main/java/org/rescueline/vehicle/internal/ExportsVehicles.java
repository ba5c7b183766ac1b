package org.rescueline.vehicle.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Failure;
import org.rescueline.shared.PageRequest;
import org.rescueline.shared.table.Table;
import org.rescueline.shared.table.TableFile;
import org.rescueline.vehicle.ContactRole;
import org.rescueline.vehicle.ContactView;
import org.rescueline.vehicle.TerminalView;
import org.rescueline.vehicle.VehicleFilter;
import org.rescueline.vehicle.VehicleView;

/** The register as a table that can be taken in again. Who takes it away is noted first. */
@Singleton
class ExportsVehicles {

    private static final String NOTE =
            "insert into vehicle_export (at, actor_id, actor_name, words, vehicles) values ($1, $2, $3, $4, $5)";

    private final VehicleSearch search;
    private final VehicleStore store;
    private final Pool pool;
    private final Clock clock;

    ExportsVehicles(VehicleSearch search, VehicleStore store, Pool pool, Clock clock) {
        this.search = search;
        this.store = store;
        this.pool = pool;
        this.clock = clock;
    }

    /** All that fit the filter; more than one file carries are refused, since half a register is none. */
    Uni<List<VehicleView>> list(VehicleFilter filter, Actor actor) {
        return Panache.withSession(() -> search.find(filter, page(0)).chain(first -> {
                    if (first.total() > TableFile.MOST_ROWS) {
                        throw Failure.invalid("q", "shared.table-too-long", Map.of("max", TableFile.MOST_ROWS));
                    }
                    int pages = (int) ((first.total() + PageRequest.MAX_SIZE - 1) / PageRequest.MAX_SIZE);
                    return Multi.createFrom()
                            .iterable(IntStream.range(0, pages).boxed().toList())
                            .onItem()
                            .transformToUniAndConcatenate(
                                    number -> search.find(filter, page(number)).chain(ids -> store.list(ids.items())))
                            .collect()
                            .asList();
                }))
                .map(lists -> lists.stream().flatMap(List::stream).toList())
                .call(vehicles -> note(filter, vehicles.size(), actor));
    }

    static Table table(List<VehicleView> vehicles, Locale headings) {
        return new Table(
                Arrays.stream(ImportColumn.values())
                        .map(column -> column.heading(headings))
                        .toList(),
                IntStream.range(0, vehicles.size())
                        .mapToObj(i -> new Table.Row(i + 2, cells(vehicles.get(i))))
                        .toList());
    }

    private static List<String> cells(VehicleView vehicle) {
        return Stream.of(
                        vehicle.vin(),
                        vehicle.plate(),
                        vehicle.model(),
                        vehicle.driveForm(),
                        vehicle.engineMake(),
                        vehicle.engineModel(),
                        vehicle.gearboxMake(),
                        vehicle.sale().batch(),
                        vehicle.sale().soldOn(),
                        vehicle.sale().warrantyUntil(),
                        vehicle.owner().name(),
                        vehicle.owner().company(),
                        contacts(vehicle, ContactRole.DRIVER),
                        contacts(vehicle, ContactRole.OWNER),
                        contacts(vehicle, ContactRole.FLEET),
                        vehicle.terminals().stream()
                                .map(TerminalView::terminalPhone)
                                .collect(Collectors.joining("; ")))
                .map(cell -> Objects.toString(cell, ""))
                .toList();
    }

    private static String contacts(VehicleView vehicle, ContactRole role) {
        return vehicle.contacts().stream()
                .filter(contact -> contact.role() == role)
                .map(ExportsVehicles::contact)
                .collect(Collectors.joining("; "));
    }

    private static String contact(ContactView contact) {
        return contact.name() == null ? contact.number() : contact.name() + " " + contact.number();
    }

    private Uni<Void> note(VehicleFilter filter, int count, Actor actor) {
        return pool.preparedQuery(NOTE)
                .execute(Tuple.of(
                        clock.instant().atOffset(ZoneOffset.UTC), actor.id(), actor.name(), filter.text(), count))
                .replaceWithVoid();
    }

    private static PageRequest page(int number) {
        return new PageRequest(number, PageRequest.MAX_SIZE, List.of());
    }
}
