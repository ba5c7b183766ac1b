package org.rescueline.rescue.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rescueline.rescue.RescueJobView;
import org.rescueline.rescue.RescueStage;
import org.rescueline.shared.Failure;
import org.rescueline.station.Capability;

/** Jobs, their stages and their legs. Every method joins the session or transaction open on the caller's context. */
@Singleton
class JobStore {

    static final List<RescueStage> OPEN =
            Arrays.stream(RescueStage.values()).filter(RescueStage::isOpen).toList();

    Uni<JobEntity> get(UUID id) {
        return Panache.getSession()
                .chain(session -> session.find(JobEntity.class, id))
                .onItem()
                .ifNull()
                .failWith(() -> Failure.notFound("rescue", id));
    }

    /** The job, kept from everybody else until the transaction ends: of two who change it, one is second. */
    Uni<JobEntity> lock(UUID id) {
        return Panache.getSession()
                .chain(session -> session.find(JobEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
                .onItem()
                .ifNull()
                .failWith(() -> Failure.notFound("rescue", id));
    }

    /** Makes others who ask for a rescue for the same case wait until the transaction ends. */
    Uni<Void> lockRequestsFor(UUID eventId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                // A void result has no type the client could read; as text it is empty.
                                "select cast(pg_advisory_xact_lock(hashtextextended(:event, 0)) as text)", String.class)
                        .setParameter("event", "rescue:" + eventId)
                        .getSingleResult())
                .replaceWithVoid();
    }

    Uni<Optional<JobEntity>> findOpen(UUID eventId) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from JobEntity j where j.eventId = :event and j.stage in (:open)", JobEntity.class)
                        .setParameter("event", eventId)
                        .setParameter("open", OPEN)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /** The next number of that day; two who ask at once wait for each other, so none is left out or given twice. */
    Uni<Integer> nextNumber(LocalDate day) {
        return Panache.getSession().chain(session -> session.createNativeQuery("""
                                insert into rescue_number (day, last) values (:day, 1)
                                on conflict (day) do update set last = rescue_number.last + 1
                                returning last""", Integer.class)
                .setParameter("day", day)
                .getSingleResult());
    }

    /** Writes an entity, and everything changed so far, now. */
    Uni<Void> write(Object entity) {
        return Panache.getSession().chain(session -> session.persist(entity).chain(session::flush));
    }

    /** Writes what was changed so far, so that versions are those the next reader will see. */
    Uni<Void> flush() {
        return Panache.getSession().chain(session -> session.flush());
    }

    /**
     * Takes over a newer place. It leaves the version alone: whoever is about to assign saw the same job, and the ranking
     * they choose from was made for this very place.
     */
    Uni<JobEntity> refreshPlace(JobEntity job, RescueJobView.Place place, Set<Capability> need) {
        return Panache.getSession()
                .call(session -> session.createMutationQuery("""
                                update JobEntity j
                                   set j.latitude = :latitude, j.longitude = :longitude, j.placeText = :text,
                                       j.placeProvenance = :provenance, j.need = :need
                                 where j.id = :job""")
                        .setParameter("latitude", place.latitude())
                        .setParameter("longitude", place.longitude())
                        .setParameter("text", place.text())
                        .setParameter("provenance", place.provenance())
                        .setParameter("need", CaseFacts.names(need))
                        .setParameter("job", job.id())
                        .executeUpdate())
                .call(session -> session.refresh(job))
                .replaceWith(job);
    }

    /** The leg that has not ended; there is one at most. */
    Uni<Optional<TripEntity>> findOpenTrip(UUID jobId) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from TripEntity t where t.id.jobId = :job and t.endedAt is null", TripEntity.class)
                        .setParameter("job", jobId)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    Uni<Optional<TripEntity>> findLastTrip(UUID jobId) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from TripEntity t where t.id.jobId = :job order by t.id.number desc", TripEntity.class)
                        .setParameter("job", jobId)
                        .setMaxResults(1)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    Uni<List<TripEntity>> tripsOf(Collection<UUID> jobs) {
        return Panache.getSession().chain(session -> session.createQuery(
                        "from TripEntity t where t.id.jobId in (:jobs) order by t.id.number", TripEntity.class)
                .setParameter("jobs", jobs)
                .getResultList());
    }

    Uni<List<StageEntity>> stagesOf(Collection<UUID> jobs) {
        return Panache.getSession().chain(session -> session.createQuery(
                        "from StageEntity s where s.jobId in (:jobs) order by s.id", StageEntity.class)
                .setParameter("jobs", jobs)
                .getResultList());
    }
}
