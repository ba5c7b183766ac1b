package org.rescueline.vehicle.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Failure;
import org.rescueline.vehicle.NewTerminal;
import org.rescueline.vehicle.TerminalProtocol;
import org.rescueline.vehicle.TerminalView;
import org.rescueline.vehicle.gps.gateway.TerminalSessions;

/**
 * Which terminals a vehicle carries, now and at any time before. The first vehicle that a terminal is fitted to gets what
 * the terminal reported before, too: it was in that truck all the time, only nobody had entered it.
 */
@Singleton
class FitsTerminals {
    /** One that has registered itself knows better than people which edition it speaks. */
    private static final String ENTER = """
            insert into terminal (phone, protocol, first_seen_at, changed_at) values (:phone, :protocol, :now, :now)
            on conflict (phone) do update
               set changed_at = excluded.changed_at,
                   protocol = case when terminal.registered_at is null then excluded.protocol else terminal.protocol end
            returning coalesce(vehicle_id, :vehicle)""";

    private static final String FIT = """
            with fitted as (update terminal set vehicle_id = :vehicle, changed_at = :now
                             where phone = :phone and vehicle_id is null returning id)
            insert into terminal_fitting (terminal_id, vehicle_id, fitted_at, fitted_by)
            select id, :vehicle, case when exists (select from terminal_fitting b where b.terminal_id = fitted.id)
                                      then cast(:now as timestamptz) else '-infinity' end, :actor
              from fitted""";

    private static final String REMOVE_OTHERS = """
            with removed as (update terminal set vehicle_id = null, changed_at = :now
                              where vehicle_id = :vehicle and phone not in (:phones) returning id)
            update terminal_fitting set removed_at = :now, removed_by = :actor
             where removed_at is null and terminal_id in (select id from removed)""";

    /** Whatever of the vehicle was changed, every node must read its terminals again: they carry its plate. */
    private static final String TOUCH = "update terminal set changed_at = :now where vehicle_id = :vehicle";

    private final TerminalSessions sessions;

    FitsTerminals(TerminalSessions sessions) {
        this.sessions = sessions;
    }

    /**
     * Makes these the vehicle's terminals.
     *
     * @return fails with CONFLICT {@code vehicle.terminal-taken} when one of them is in another vehicle
     */
    Uni<Void> fit(UUID vehicleId, List<NewTerminal> terminals, Actor actor, Instant now) {
        List<String> phones = terminals.stream().map(NewTerminal::terminalPhone).collect(Collectors.toList());
        // "not in ()" is no SQL; no terminal has an empty phone.
        phones.add("");
        return Panache.getSession()
                .call(session -> session.createNativeQuery(REMOVE_OTHERS)
                        .setParameter("now", now)
                        .setParameter("vehicle", vehicleId)
                        .setParameter("actor", actor.name())
                        .setParameter("phones", phones)
                        .executeUpdate())
                .call(session -> Multi.createFrom()
                        .iterable(terminals)
                        .onItem()
                        .transformToUniAndConcatenate(terminal -> fit(session, vehicleId, terminal, actor, now))
                        .collect()
                        .asList())
                .call(session -> session.createNativeQuery(TOUCH)
                        .setParameter("now", now)
                        .setParameter("vehicle", vehicleId)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Map<UUID, List<TerminalView>>> listBy(Collection<UUID> vehicleIds) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select vehicle_id, phone, protocol from terminal where vehicle_id in (:ids)"
                                        + " order by phone",
                                Object[].class)
                        .setParameter("ids", vehicleIds)
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> (UUID) row[0], Collectors.mapping(this::view, Collectors.toList()))));
    }

    private static Uni<Integer> fit(
            Mutiny.Session session, UUID vehicleId, NewTerminal terminal, Actor actor, Instant now) {
        return session.createNativeQuery(ENTER, UUID.class)
                .setParameter("phone", terminal.terminalPhone())
                .setParameter("protocol", terminal.protocol().name())
                .setParameter("now", now)
                .setParameter("vehicle", vehicleId)
                .getSingleResult()
                .invoke(holder -> requireOurs(vehicleId, holder, terminal))
                .chain(() -> session.createNativeQuery(FIT)
                        .setParameter("vehicle", vehicleId)
                        .setParameter("now", now)
                        .setParameter("actor", actor.name())
                        .setParameter("phone", terminal.terminalPhone())
                        .executeUpdate());
    }

    private static void requireOurs(UUID vehicleId, UUID holder, NewTerminal terminal) {
        if (!holder.equals(vehicleId)) {
            throw Failure.conflict("vehicle.terminal-taken", Map.of("terminalPhone", terminal.terminalPhone()));
        }
    }

    private TerminalView view(Object[] row) {
        String phone = (String) row[1];
        return new TerminalView(phone, TerminalProtocol.valueOf((String) row[2]), sessions.isOnline(phone));
    }
}
