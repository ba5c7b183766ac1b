package org.rescueline.vehicle.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Failure;
import org.rescueline.vehicle.ContactView;
import org.rescueline.vehicle.VehicleView;

/** Vehicles in PostgreSQL. Every method joins the session or transaction that is open on the caller's context. */
@Singleton
class VehicleStore {
    private final FitsTerminals terminals;
    private final ObjectMapper json;

    VehicleStore(FitsTerminals terminals, ObjectMapper json) {
        this.terminals = terminals;
        this.json = json;
    }

    Uni<VehicleView> get(UUID id) {
        return list(List.of(id)).map(found -> {
            if (found.isEmpty()) {
                throw Failure.notFound("vehicle", id);
            }
            return found.get(0);
        });
    }

    /** The vehicles with these ids, in the order of the ids; unknown ones are left out. */
    Uni<List<VehicleView>> list(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Panache.getSession()
                .chain(session -> session.createQuery("from VehicleEntity v where v.id in (:ids)", VehicleEntity.class)
                        .setParameter("ids", ids)
                        .getResultList())
                .chain(this::views)
                .map(views -> inOrder(ids, views));
    }

    /** The vehicle, kept from other editors until the transaction ends. */
    Uni<VehicleEntity> lock(UUID id) {
        return Panache.getSession()
                .chain(session -> session.find(VehicleEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
                .onItem()
                .ifNull()
                .failWith(() -> Failure.notFound("vehicle", id));
    }

    /** Writes the row now, so that its version is the one the next reader will see. */
    Uni<Void> write(VehicleEntity vehicle) {
        return Panache.getSession().chain(session -> session.persist(vehicle).chain(session::flush));
    }

    Uni<Void> replaceContacts(UUID vehicleId, List<ContactView> contacts) {
        Object[] rows = IntStream.range(0, contacts.size())
                .mapToObj(ordinal -> new ContactEntity(vehicleId, ordinal, contacts.get(ordinal)))
                .toArray();
        return Panache.getSession()
                .call(session -> session.createMutationQuery("delete from ContactEntity c where c.vehicleId = :vehicle")
                        .setParameter("vehicle", vehicleId)
                        .executeUpdate())
                .chain(session -> session.persistAll(rows).chain(session::flush));
    }

    Uni<Void> writeChange(VehicleView vehicle, Actor actor, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into vehicle_change
                                       (vehicle_id, version, at, actor_kind, actor_id, actor_name, vehicle)
                                values (:vehicle, :version, :at, :kind, :actor, :name, cast(:content as jsonb))""")
                        .setParameter("vehicle", vehicle.id())
                        .setParameter("version", vehicle.version())
                        .setParameter("at", now)
                        .setParameter("kind", actor.kind().name())
                        .setParameter("actor", actor.id())
                        .setParameter("name", actor.name())
                        .setParameter("content", text(vehicle))
                        .executeUpdate())
                .replaceWithVoid();
    }

    private Uni<List<VehicleView>> views(List<VehicleEntity> vehicles) {
        List<UUID> ids = vehicles.stream().map(VehicleEntity::id).toList();
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return contactsOf(ids).chain(contacts -> terminals.listBy(ids).map(fitted -> vehicles.stream()
                .map(vehicle -> vehicle.view(
                        contacts.getOrDefault(vehicle.id(), List.of()), fitted.getOrDefault(vehicle.id(), List.of())))
                .toList()));
    }

    private static Uni<Map<UUID, List<ContactView>>> contactsOf(List<UUID> vehicleIds) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from ContactEntity c where c.vehicleId in (:ids) order by c.ordinal",
                                ContactEntity.class)
                        .setParameter("ids", vehicleIds)
                        .getResultList())
                .map(contacts -> contacts.stream()
                        .collect(Collectors.groupingBy(
                                ContactEntity::vehicleId,
                                Collectors.mapping(ContactEntity::view, Collectors.toList()))));
    }

    private static List<VehicleView> inOrder(Collection<UUID> ids, List<VehicleView> views) {
        Map<UUID, VehicleView> byId = new HashMap<>();
        views.forEach(view -> byId.put(view.id(), view));
        return ids.stream().distinct().filter(byId::containsKey).map(byId::get).toList();
    }

    private String text(VehicleView vehicle) {
        try {
            return json.writeValueAsString(vehicle);
        } catch (JsonProcessingException e) {
            throw Failure.bug(e);
        }
    }
}
