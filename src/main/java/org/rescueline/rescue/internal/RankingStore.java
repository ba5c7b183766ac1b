package org.rescueline.rescue.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Failure;
import org.rescueline.station.Ranking;

/** The lists that were on the screen, kept word for word: they answer for a choice later. */
@Singleton
class RankingStore {

    private final ObjectMapper json;

    RankingStore(ObjectMapper json) {
        this.json = json;
    }

    Uni<Void> write(UUID jobId, Ranking ranking, Actor shownTo) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into rescue_ranking (id, job_id, shown_at, actor_kind, actor_id, actor_name, ranking)
                                values (:id, :job, :at, :kind, :actor, :name, cast(cast(:ranking as text) as jsonb))""")
                        .setParameter("id", ranking.id())
                        .setParameter("job", jobId)
                        .setParameter("at", ranking.rankedAt())
                        .setParameter("kind", shownTo.kind().name())
                        .setParameter("actor", shownTo.id())
                        .setParameter("name", shownTo.name())
                        .setParameter("ranking", write(ranking))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The list with this id, if it was shown for this job. */
    Uni<Optional<Ranking>> find(UUID jobId, UUID rankingId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select cast(ranking as text) from rescue_ranking where id = :id and job_id = :job",
                                String.class)
                        .setParameter("id", rankingId)
                        .setParameter("job", jobId)
                        .getSingleResultOrNull())
                .map(text -> Optional.ofNullable(text).map(this::read));
    }

    Uni<Map<UUID, Ranking>> list(Collection<UUID> rankingIds) {
        if (rankingIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select cast(ranking as text) from rescue_ranking where id in (:ids)", String.class)
                        .setParameter("ids", List.copyOf(rankingIds))
                        .getResultList())
                .map(texts -> texts.stream().map(this::read).collect(Collectors.toMap(Ranking::id, one -> one)));
    }

    private String write(Ranking ranking) {
        try {
            return json.writeValueAsString(ranking);
        } catch (JsonProcessingException e) {
            throw Failure.bug(e);
        }
    }

    private Ranking read(String text) {
        try {
            return json.readValue(text, Ranking.class);
        } catch (JsonProcessingException e) {
            throw Failure.bug(e);
        }
    }
}
