package org.rescueline.geo;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A road of the reference file: its names, the line of each carriageway, and the towns along it by their posts. */
final class Road {

    /** Nearer to a right angle than this a road leads neither to a quarter of the sky nor away from it. */
    private static final double CLEARLY_ALONG_DEGREES = 60;

    private final String code;
    private final List<String> names;
    private final Map<Carriageway, RoadLine> lines;
    private final TreeMap<Integer, String> towns;

    Road(String code, List<String> names, Map<Carriageway, RoadLine> lines, Map<Integer, String> towns) {
        this.code = code;
        this.names = List.copyOf(names);
        this.lines = new EnumMap<>(lines);
        this.towns = new TreeMap<>(towns);
    }

    String code() {
        return code;
    }

    List<String> names() {
        return names;
    }

    /** Both lines are there, though they may be one and the same. */
    RoadLine line(@Nullable Carriageway carriageway) {
        return Objects.requireNonNull(lines.get(Objects.requireNonNullElse(carriageway, Carriageway.INCREASING)), code);
    }

    /** Whether both carriageways run along one line of the file. */
    boolean hasOneLine() {
        return line(Carriageway.INCREASING) == line(Carriageway.DECREASING);
    }

    Optional<RoadPlace> at(int postMeters, @Nullable Carriageway carriageway) {
        return line(carriageway).at(postMeters).map(on -> place(on, carriageway));
    }

    RoadPlace place(RoadLine.On on, @Nullable Carriageway carriageway) {
        double course = carriageway == Carriageway.DECREASING ? on.courseDegrees() + 180 : on.courseDegrees();
        return new RoadPlace(
                code,
                names.isEmpty() ? null : names.get(0),
                on.postMeters(),
                on.place().latitude(),
                on.place().longitude(),
                carriageway,
                carriageway == null ? null : townAhead(on.postMeters(), carriageway),
                (int) Math.floorMod(Math.round(course), 360L));
    }

    /**
     * The side that leads from the post to the town, or to that quarter of the sky; absent when the file does not have the
     * town or it stands right there, and when the road runs across that quarter rather than to it.
     */
    Optional<Carriageway> carriagewayTo(String townOrQuarter, int postMeters) {
        return towns.entrySet().stream()
                .filter(entry -> entry.getKey() != postMeters && isSame(entry.getValue(), townOrQuarter))
                .findFirst()
                .map(entry -> entry.getKey() > postMeters ? Carriageway.INCREASING : Carriageway.DECREASING)
                .or(() -> Quarter.find(townOrQuarter).flatMap(quarter -> carriagewayTo(quarter, postMeters)));
    }

    private Optional<Carriageway> carriagewayTo(Quarter quarter, int postMeters) {
        return line(null).courseAround(postMeters).flatMap(growing -> {
            double turn = Math.abs(Math.IEEEremainder(quarter.courseDegrees() - growing, 360));
            if (turn <= CLEARLY_ALONG_DEGREES) {
                return Optional.of(Carriageway.INCREASING);
            }
            return turn >= 180 - CLEARLY_ALONG_DEGREES ? Optional.of(Carriageway.DECREASING) : Optional.empty();
        });
    }

    /** The side on which somebody drives with this course, from the course of growing posts at that place. */
    static Carriageway carriagewayOf(double courseDegrees, double growingCourseDegrees) {
        double turn = Math.abs(Math.IEEEremainder(courseDegrees - growingCourseDegrees, 360));
        return turn <= 90 ? Carriageway.INCREASING : Carriageway.DECREASING;
    }

    private @Nullable String townAhead(int postMeters, Carriageway carriageway) {
        var ahead =
                carriageway == Carriageway.INCREASING ? towns.higherEntry(postMeters) : towns.lowerEntry(postMeters);
        return ahead == null ? null : ahead.getValue();
    }

    /** {@code 西安} and {@code 西安市} are one town. */
    private static boolean isSame(String town, String other) {
        return withoutKind(town).equals(withoutKind(other));
    }

    private static String withoutKind(String town) {
        return town.length() > 2 ? town.replaceAll("[市县区]$", "") : town;
    }
}
