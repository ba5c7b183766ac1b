package org.rescueline.vehicle.internal;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Failure;
import org.rescueline.vehicle.TrackView;
import org.rescueline.vehicle.gps.GpsConfig;
import org.rescueline.vehicle.gps.fix.Fix;
import org.rescueline.vehicle.gps.store.PositionReader;

/** Makes tracks of the history. */
@Singleton
class Tracks {
    private static final Duration LONGEST = Duration.ofDays(31);

    private static final String NOTE_LOOK = "insert into track_look (vehicle_id, at, actor_kind, actor_id, actor_name,"
            + " track_from, track_to) values ($1, $2, $3, $4, $5, $6, $7)";

    private final PositionReader reader;
    private final Pool pool;
    private final Clock clock;
    private final int maxPoints;
    private final Duration gapAfter;

    Tracks(PositionReader reader, Pool pool, Clock clock, GpsConfig config) {
        this.reader = reader;
        this.pool = pool;
        this.clock = clock;
        this.maxPoints = config.history().maxTrackPoints();
        this.gapAfter = config.history().trackGap();
    }

    Uni<TrackView> track(UUID vehicleId, Instant from, Instant to, Actor actor) {
        if (!to.isAfter(from)) {
            throw Failure.invalid("to", "vehicle.track-backwards");
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw Failure.invalid("to", "vehicle.track-too-long", Map.of("days", LONGEST.toDays()));
        }
        return note(vehicleId, from, to, actor)
                .chain(() -> reader.track(vehicleId, from, to, maxPoints + 1))
                .map(fixes -> view(vehicleId, from, to, fixes));
    }

    /** Tracks are personal data: who looked at which is kept. */
    private Uni<Void> note(UUID vehicleId, Instant from, Instant to, Actor actor) {
        return pool.preparedQuery(NOTE_LOOK)
                .execute(Tuple.tuple()
                        .addUUID(vehicleId)
                        .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))
                        .addString(actor.kind().name())
                        .addString(actor.id())
                        .addString(actor.name())
                        .addOffsetDateTime(from.atOffset(ZoneOffset.UTC))
                        .addOffsetDateTime(to.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private TrackView view(UUID vehicleId, Instant from, Instant to, List<Fix> found) {
        boolean isComplete = found.size() <= maxPoints;
        List<Fix> fixes = isComplete ? found : found.subList(0, maxPoints);
        List<@Nullable Double> speeds = new ArrayList<>(fixes.size());
        List<@Nullable Integer> courses = new ArrayList<>(fixes.size());
        fixes.forEach(fix -> {
            speeds.add(fix.speedTenthsKph() == Fix.UNKNOWN ? null : fix.speedTenthsKph() / 10.0);
            courses.add(fix.courseDegrees() == Fix.UNKNOWN ? null : fix.courseDegrees());
        });
        var properties = new TrackView.Properties(
                vehicleId,
                from,
                to,
                fixes.stream().map(Fix::bestTime).toList(),
                speeds,
                courses,
                fixes.stream().map(Fix::source).toList(),
                gaps(fixes),
                isComplete);
        return new TrackView(line(fixes), properties);
    }

    private List<TrackView.Gap> gaps(List<Fix> fixes) {
        List<TrackView.Gap> gaps = new ArrayList<>();
        for (int next = 1; next < fixes.size(); next++) {
            Instant after = fixes.get(next - 1).bestTime();
            Instant until = fixes.get(next).bestTime();
            if (Duration.between(after, until).compareTo(gapAfter) > 0) {
                gaps.add(new TrackView.Gap(after, until));
            }
        }
        return gaps;
    }

    private static TrackView.@Nullable Line line(List<Fix> fixes) {
        if (fixes.size() < 2) {
            return null;
        }
        return new TrackView.Line(fixes.stream()
                .map(fix -> new double[] {fix.longitude(), fix.latitude()})
                .toList());
    }
}
