package org.rescueline.vehicle.internal;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.Failure;
import org.rescueline.vehicle.TrackView;
import org.rescueline.vehicle.gps.GpsConfig;
import org.rescueline.vehicle.gps.fix.Fix;
import org.rescueline.vehicle.gps.store.PositionReader;

/** Makes tracks of the history. */
@Singleton
class Tracks {
    private static final Duration LONGEST = Duration.ofDays(31);

    private final PositionReader reader;
    private final int maxPoints;

    Tracks(PositionReader reader, GpsConfig config) {
        this.reader = reader;
        this.maxPoints = config.history().maxTrackPoints();
    }

    Uni<TrackView> track(UUID vehicleId, Instant from, Instant to) {
        if (!to.isAfter(from)) {
            throw Failure.invalid("to", "vehicle.track-backwards");
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw Failure.invalid("to", "vehicle.track-too-long", Map.of("days", LONGEST.toDays()));
        }
        return reader.track(vehicleId, from, to, maxPoints + 1).map(fixes -> view(vehicleId, from, to, fixes));
    }

    private TrackView view(UUID vehicleId, Instant from, Instant to, List<Fix> found) {
        boolean isComplete = found.size() <= maxPoints;
        List<Fix> fixes = isComplete ? found : found.subList(0, maxPoints);
        List<@Nullable Double> speeds = new ArrayList<>(fixes.size());
        fixes.forEach(fix -> speeds.add(fix.speedTenthsKph() == Fix.UNKNOWN ? null : fix.speedTenthsKph() / 10.0));
        var properties = new TrackView.Properties(
                vehicleId, from, to, fixes.stream().map(Fix::bestTime).toList(), speeds, isComplete);
        return new TrackView(line(fixes), properties);
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
