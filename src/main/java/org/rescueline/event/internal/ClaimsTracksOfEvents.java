package org.rescueline.event.internal;

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

/** The whole track of a vehicle is kept for the time its case was open. */
@Singleton
class ClaimsTracksOfEvents implements ClaimsTracks {
    private static final String OPEN_BETWEEN = "select distinct vehicle_id from event where vehicle_id is not null"
            + " and created_at < $2 and (closed_at is null or closed_at >= $1)";

    private final Pool pool;

    ClaimsTracksOfEvents(Pool pool) {
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
