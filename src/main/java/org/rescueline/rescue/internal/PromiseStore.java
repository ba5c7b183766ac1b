package org.rescueline.rescue.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rescueline.rescue.PromiseRule;
import org.rescueline.rescue.PromiseTable;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Failure;

/** The table of promises, and the clocks that ran out. */
@Singleton
class PromiseStore {

    /** Stands in a list that would otherwise be empty; no job has it. */
    private static final UUID NO_JOB = new UUID(0, 0);

    private final ObjectMapper json;

    PromiseStore(ObjectMapper json) {
        this.json = json;
    }

    Uni<List<PromiseRule>> rules() {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from PromiseRuleEntity order by position", PromiseRuleEntity.class)
                        .getResultList())
                .map(rows -> rows.stream().map(PromiseRuleEntity::rule).toList());
    }

    Uni<PromiseTable> table() {
        return version("").chain(version -> rules().map(rules -> new PromiseTable(rules, version)));
    }

    /** The version of the table, kept from other editors until the transaction ends. */
    Uni<Long> lockVersion() {
        return version(" for update");
    }

    Uni<Void> replace(List<PromiseRule> rules, long version, Actor actor, Instant now) {
        return Panache.getSession()
                .call(session -> session.createMutationQuery("delete from PromiseRuleEntity")
                        .executeUpdate())
                // The session has read the rows that are gone, and would take the new ones for them.
                .invoke(Mutiny.Session::clear)
                .chain(session -> Multi.createFrom()
                        .iterable(IntStream.range(0, rules.size()).boxed().toList())
                        .onItem()
                        .transformToUniAndConcatenate(
                                at -> session.persist(new PromiseRuleEntity(at + 1, rules.get(at))))
                        .collect()
                        .asList()
                        .call(session::flush)
                        .chain(() -> session.createNativeQuery("update promise_table set version = :version")
                                .setParameter("version", version)
                                .executeUpdate())
                        .chain(() -> session.createNativeQuery("""
                                        insert into promise_table_change (version, at, actor_kind, actor_id, actor_name,
                                                                          rules)
                                        values (:version, :at, :kind, :actor, :name, cast(cast(:rules as text) as jsonb))""")
                                .setParameter("version", version)
                                .setParameter("at", now)
                                .setParameter("kind", actor.kind().name())
                                .setParameter("actor", actor.id())
                                .setParameter("name", actor.name())
                                .setParameter("rules", write(rules))
                                .executeUpdate()))
                .replaceWithVoid();
    }

    /** Marks one job whose clock ran out and that nobody else is marking; the version stays, nothing was edited. */
    Uni<Optional<UUID>> markOneBroken(Instant now, Collection<UUID> notThese) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                update rescue_job
                                   set promise_broken_at = :now
                                 where id = (select id from rescue_job
                                              where promise_due_at <= :now and promise_broken_at is null
                                                and stage not in ('CLOSED', 'CANCELLED') and id not in (:notThese)
                                              order by promise_due_at
                                              limit 1
                                                for update skip locked)
                             returning id""", UUID.class)
                        .setParameter("now", now)
                        .setParameter("notThese", notThese.isEmpty() ? List.of(NO_JOB) : List.copyOf(notThese))
                        .getResultList())
                .map(marked -> marked.stream().findFirst());
    }

    private static Uni<Long> version(String locking) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select version from promise_table" + locking, Long.class)
                        .getSingleResult());
    }

    private String write(List<PromiseRule> rules) {
        try {
            return json.writeValueAsString(rules);
        } catch (JsonProcessingException e) {
            throw Failure.bug(e);
        }
    }
}
