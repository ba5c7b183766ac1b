package org.rescueline.geo;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Where the kilometre posts stand: from a post to its place and back. Made of a {@link RoadFile}, never changed, read by
 * any number of threads. An empty one knows no road.
 */
public final class RoadReference {

    private static final double METERS_PER_DEGREE = 111_195;

    private final String source;
    private final Map<String, Road> byName = new HashMap<>();
    private final STRtree segments = new STRtree();

    RoadReference(String source, Collection<Road> roads) {
        this.source = source;
        for (var road : roads) {
            road.names().forEach(name -> byName.putIfAbsent(key(name), road));
        }
        for (var road : roads) {
            byName.put(key(road.code()), road);
            index(road, Carriageway.INCREASING);
            if (!road.hasOneLine()) {
                index(road, Carriageway.DECREASING);
            }
        }
        segments.build();
    }

    /** One that knows no road. */
    public static RoadReference none() {
        return new RoadReference("", List.of());
    }

    /** Whether no road file is loaded. */
    public boolean isEmpty() {
        return byName.isEmpty();
    }

    /** What the file says about where it comes from: for the credit line. Empty when none is loaded. */
    public String source() {
        return source;
    }

    /**
     * Whether the file has this road.
     *
     * @param road its number or one of its names, with or without 高速 or 公路
     */
    public boolean knows(String road) {
        return byName.containsKey(key(road));
    }

    /** The road whose name stands somewhere in the words, by its number; the longest name wins. */
    public Optional<String> findMentionedIn(String words) {
        var text = key(words);
        return byName.entrySet().stream()
                .filter(entry -> entry.getKey().length() > 1
                        && !entry.getKey().equals(key(entry.getValue().code()))
                        && text.contains(entry.getKey()))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(entry -> entry.getValue().code());
    }

    /**
     * The place of a post.
     *
     * @param road its number or one of its names, with or without 高速 or 公路
     * @param postMeters metres from the road's origin
     * @param towards the town ahead, which tells the carriageway when the file has it, or the quarter of the sky ({@code 东},
     *     {@code 西北}) when the road leads there; null when nobody said
     * @return absent when the file does not have the road or not that piece of it
     */
    public Optional<RoadPlace> find(String road, int postMeters, @Nullable String towards) {
        return Optional.ofNullable(byName.get(key(road)))
                .flatMap(found -> found.at(
                        postMeters,
                        towards == null
                                ? null
                                : found.carriagewayTo(towards, postMeters).orElse(null)));
    }

    /**
     * The nearest place on any road.
     *
     * @param courseDegrees where the truck is heading, which tells the carriageway; null when it is not known
     * @param farthestMeters further away is not on a road; 1 to 50,000
     */
    public Optional<NearRoad> nearest(WgsPoint point, @Nullable Integer courseDegrees, double farthestMeters) {
        return nearest(point, courseDegrees, farthestMeters, null);
    }

    /** The nearest place on this one road; see {@link #nearest(WgsPoint, Integer, double)}. */
    public Optional<NearRoad> nearestOn(
            String road, WgsPoint point, @Nullable Integer courseDegrees, double farthestMeters) {
        return Optional.ofNullable(byName.get(key(road)))
                .flatMap(found -> nearest(point, courseDegrees, farthestMeters, found));
    }

    private Optional<NearRoad> nearest(
            WgsPoint point, @Nullable Integer courseDegrees, double farthestMeters, @Nullable Road only) {
        var search = new Search(point, only);
        SearchBox.around(point, farthestMeters).forEach(box -> segments.query(box, search::look));
        return search.result(courseDegrees).filter(near -> near.offsetMeters() <= farthestMeters);
    }

    private void index(Road road, Carriageway carriageway) {
        var line = road.line(carriageway);
        for (int i = 0; i < line.segments(); i++) {
            if (!line.isGap(i)) {
                var box = new Envelope(coordinate(line.start(i)), coordinate(line.end(i)));
                segments.insert(box, new Segment(road, carriageway, i));
            }
        }
    }

    private static Coordinate coordinate(WgsPoint point) {
        return new Coordinate(point.longitude(), point.latitude());
    }

    /** {@code G30}, {@code g 30}; {@code 连霍高速公路}, {@code 连霍}. */
    private static String key(String road) {
        return Normalizer.normalize(road, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("\\s", "")
                .replaceAll("(高速公路|高速|公路)$", "");
    }

    /** A straight piece of a carriageway. */
    private record Segment(Road road, Carriageway carriageway, int index) {}

    /** The best of what one query came upon. Over such distances the earth is flat. */
    private static final class Search {

        private final WgsPoint point;
        private final @Nullable Road only;
        private final double eastScale;
        private @Nullable Segment best;
        private double bestShare;
        private double bestSquare = Double.MAX_VALUE;

        Search(WgsPoint point, @Nullable Road only) {
            this.point = point;
            this.only = only;
            this.eastScale = METERS_PER_DEGREE * Math.cos(Math.toRadians(point.latitude()));
        }

        void look(Object item) {
            var segment = (Segment) item;
            if (only != null && segment.road != only) {
                return;
            }
            var line = segment.road.line(segment.carriageway);
            double fromEast = east(line.start(segment.index));
            double fromNorth = north(line.start(segment.index));
            double alongEast = east(line.end(segment.index)) - fromEast;
            double alongNorth = north(line.end(segment.index)) - fromNorth;
            double square = alongEast * alongEast + alongNorth * alongNorth;
            double share = square == 0 ? 0 : -(fromEast * alongEast + fromNorth * alongNorth) / square;
            double held = Math.max(0, Math.min(1, share));
            double missedEast = fromEast + held * alongEast;
            double missedNorth = fromNorth + held * alongNorth;
            keep(segment, held, missedEast * missedEast + missedNorth * missedNorth);
        }

        private void keep(Segment segment, double share, double square) {
            if (square < bestSquare) {
                best = segment;
                bestShare = share;
                bestSquare = square;
            }
        }

        Optional<NearRoad> result(@Nullable Integer courseDegrees) {
            if (best == null) {
                return Optional.empty();
            }
            var on = best.road.line(best.carriageway).on(best.index, bestShare);
            var place = best.road.place(on, side(best, on, courseDegrees));
            return Optional.of(new NearRoad(place, Geodesic.distanceMeters(point, on.place())));
        }

        /** By the course, since two carriageways lie closer to each other than a fix can tell. */
        private static @Nullable Carriageway side(Segment found, RoadLine.On on, @Nullable Integer courseDegrees) {
            return courseDegrees == null ? null : Road.carriagewayOf(courseDegrees, on.courseDegrees());
        }

        private double east(WgsPoint corner) {
            return (corner.longitude() - point.longitude()) * eastScale;
        }

        private double north(WgsPoint corner) {
            return (corner.latitude() - point.latitude()) * METERS_PER_DEGREE;
        }
    }
}
