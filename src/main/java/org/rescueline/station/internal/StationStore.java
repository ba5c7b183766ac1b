package org.rescueline.station.internal;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Failure;
import org.rescueline.shared.Ids;
import org.rescueline.station.DutyPhoneCheck;
import org.rescueline.station.NewDutyPhone;
import org.rescueline.station.OfficeView;

/** The register in PostgreSQL. Every method joins the session or transaction that is open on the caller's context. */
@Singleton
class StationStore {

    private static final String PHONES = """
            select new org.rescueline.station.internal.DutyPhoneRow(
                       p.stationId, p.id, p.number, p.label, p.primary,
                       p.lastCheckId, p.lastCheckAt, p.lastCheckVerdict, p.lastCheckRingSeconds)
              from DutyPhoneEntity p
            """;

    private final ObjectMapper json;

    StationStore(ObjectMapper json) {
        this.json = json;
    }

    Uni<Long> revision() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select revision from station_register", Long.class)
                        .getSingleResult());
    }

    /** Every station, by code. */
    Uni<List<StationRecord>> listAll() {
        return Panache.getSession()
                .chain(session -> session.createQuery("from StationEntity order by code", StationEntity.class)
                        .getResultList())
                .chain(stations -> allPhones().chain(phones -> records(stations, phones)));
    }

    Uni<List<OfficeView>> listOffices() {
        return Panache.getSession()
                .chain(session -> session.createQuery("from OfficeEntity order by code", OfficeEntity.class)
                        .getResultList())
                .map(offices -> offices.stream().map(OfficeEntity::view).toList());
    }

    Uni<List<String>> listCodes() {
        return Panache.getSession()
                .chain(session -> session.createQuery("select s.code from StationEntity s", String.class)
                        .getResultList());
    }

    Uni<StationRecord> get(UUID id) {
        return Panache.getSession()
                .chain(session -> session.find(StationEntity.class, id))
                .onItem()
                .ifNull()
                .failWith(() -> Failure.notFound("station", id))
                .chain(this::record);
    }

    /** The station, kept from other editors until the transaction ends. */
    Uni<StationEntity> lock(UUID id) {
        return Panache.getSession()
                .chain(session -> session.find(StationEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
                .onItem()
                .ifNull()
                .failWith(() -> Failure.notFound("station", id));
    }

    Uni<Optional<UUID>> findIdByCode(String code) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "select s.id from StationEntity s where s.code = :code", UUID.class)
                        .setParameter("code", code)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    Uni<StationRecord> record(StationEntity station) {
        return phonesOf(station.id())
                .chain(phones -> records(List.of(station), phones))
                .map(records -> records.get(0));
    }

    /** Writes the row now, so that its version is the one the next reader will see. */
    Uni<Void> write(StationEntity station) {
        return Panache.getSession().chain(session -> session.persist(station).chain(session::flush));
    }

    /** The office with this code, entered now when there is none and a name is given. */
    Uni<Optional<OfficeView>> office(String code, Optional<String> name) {
        return findOffice(code)
                .chain(found -> found.isPresent() || name.isEmpty()
                        ? Uni.createFrom().item(found)
                        : enter(new OfficeView(Ids.next(), code, name.get())).chain(() -> findOffice(code)));
    }

    /** Makes these the station's phones; those that stay keep their id and their last check. */
    Uni<Void> replacePhones(UUID stationId, List<NewDutyPhone> phones) {
        var numbers = phones.stream().map(phone -> phone.number().e164()).toList();
        return Panache.getSession()
                .call(session -> session.createMutationQuery("""
                                delete from DutyPhoneEntity p
                                 where p.stationId = :station and p.number not in (:numbers)""")
                        .setParameter("station", stationId)
                        .setParameter("numbers", numbers)
                        .executeUpdate())
                // First nobody is primary, then one: the schema never allows two, not even for a moment.
                .call(session -> session.createMutationQuery(
                                "update DutyPhoneEntity p set p.primary = false where p.stationId = :station")
                        .setParameter("station", stationId)
                        .executeUpdate())
                .chain(session -> Multi.createFrom()
                        .iterable(IntStream.range(0, phones.size()).boxed().toList())
                        .onItem()
                        .transformToUniAndConcatenate(at -> writePhone(session, stationId, phones.get(at), at))
                        .collect()
                        .asList()
                        .replaceWithVoid());
    }

    /** Keeps a check with its phone unless a newer one is kept already; answers the station when it was kept. */
    Uni<Optional<UUID>> writeCheck(UUID dutyPhoneId, DutyPhoneCheck check) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                update duty_phone
                                   set last_check_id = :check, last_check_at = :at, last_check_verdict = :verdict,
                                       last_check_ring_seconds = :seconds
                                 where id = :phone and (last_check_at is null or last_check_at <= :at)
                             returning station_id""", UUID.class)
                        .setParameter("check", check.spotCheckId())
                        .setParameter("at", check.at())
                        .setParameter("verdict", check.verdict().name())
                        .setParameter("seconds", check.ringSeconds())
                        .setParameter("phone", dutyPhoneId)
                        .getResultList())
                .map(stations -> stations.stream().findFirst());
    }

    /** Tells the other nodes that their register is old. */
    Uni<Void> countChange() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("update station_register set revision = revision + 1")
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> writeChange(StationRecord station, Actor actor, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into station_change (station_id, version, at, actor_kind, actor_id, actor_name,
                                                            station)
                                values (:station, :version, :at, :kind, :actor, :name, cast(cast(:content as text) as jsonb))""")
                        .setParameter("station", station.id())
                        .setParameter("version", station.version())
                        .setParameter("at", now)
                        .setParameter("kind", actor.kind().name())
                        .setParameter("actor", actor.id())
                        .setParameter("name", actor.name())
                        .setParameter("content", text(station))
                        .executeUpdate())
                .replaceWithVoid();
    }

    private Uni<Optional<OfficeView>> findOffice(String code) {
        return Panache.getSession()
                .chain(session -> session.createQuery("from OfficeEntity o where o.code = :code", OfficeEntity.class)
                        .setParameter("code", code)
                        .getSingleResultOrNull())
                .map(office -> Optional.ofNullable(office).map(OfficeEntity::view));
    }

    private Uni<Void> enter(OfficeView office) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into office (id, code, name) values (:id, :code, :name)
                                on conflict (code) do nothing""")
                        .setParameter("id", office.id())
                        .setParameter("code", office.code())
                        .setParameter("name", office.name())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Uni<Integer> writePhone(Mutiny.Session session, UUID stationId, NewDutyPhone phone, int position) {
        return session.createNativeQuery("""
                        insert into duty_phone (id, station_id, number, label, is_primary, position)
                        values (:id, :station, :number, :label, :primary, :position)
                        on conflict (station_id, number)
                        do update set label = excluded.label, is_primary = excluded.is_primary,
                                      position = excluded.position""")
                .setParameter("id", Ids.next())
                .setParameter("station", stationId)
                .setParameter("number", phone.number().e164())
                .setParameter("label", phone.label())
                .setParameter("primary", phone.primary())
                .setParameter("position", position)
                .executeUpdate();
    }

    private Uni<List<StationRecord>> records(List<StationEntity> stations, List<DutyPhoneRow> phones) {
        var phonesByStation =
                phones.stream().collect(groupingBy(DutyPhoneRow::stationId, mapping(DutyPhoneRow::view, toList())));
        return officesById().map(offices -> stations.stream()
                .map(station -> station.record(
                        requireNonNull(offices.get(station.officeId())),
                        phonesByStation.getOrDefault(station.id(), List.of())))
                .toList());
    }

    private Uni<Map<UUID, OfficeView>> officesById() {
        return listOffices().map(offices -> offices.stream().collect(toMap(OfficeView::id, office -> office)));
    }

    private static Uni<List<DutyPhoneRow>> allPhones() {
        return Panache.getSession()
                .chain(session -> session.createQuery(PHONES + "order by p.position", DutyPhoneRow.class)
                        .getResultList());
    }

    private static Uni<List<DutyPhoneRow>> phonesOf(UUID station) {
        return Panache.getSession().chain(session -> session.createQuery(
                        PHONES + "where p.stationId = :station order by p.position", DutyPhoneRow.class)
                .setParameter("station", station)
                .getResultList());
    }

    private String text(StationRecord station) {
        try {
            return json.writeValueAsString(station);
        } catch (JsonProcessingException e) {
            throw Failure.bug(e);
        }
    }
}
