package org.rescueline.rescue.internal;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.rescueline.vehicle.ClaimsTracks;

/** The whole track of a truck is kept for the time somebody was on the way to it: it proves arrival and kilometres. */
@Singleton
class ClaimsTracksOfJobs implements ClaimsTracks {
    private static final String OPEN_BETWEEN = "select distinct vehicle_id from rescue_job where vehicle_id is not null"
            + " and created_at < $2 and (stage not in ('CLOSED', 'CANCELLED') or stage_since >= $1)";

    private final Pool pool;

    ClaimsTracksOfJobs(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Set<UUID>> vehiclesWithCases(Instant from, Instant to) {
        return pool.preparedQuery(OPEN_BETWEEN)
                .execute(Tuple.of(from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID(0))
                        .collect(Collectors.toSet()));
    }
}
