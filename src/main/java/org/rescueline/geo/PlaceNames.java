package org.rescueline.geo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Names places without asking anybody: which county of China a point lies in. A few microseconds each; any number of
 * threads may ask.
 *
 * <p>The counties are read once, from a file that {@code scripts/place-names.mjs} of the console makes; what it holds and
 * how old it is, {@link #source} says. A tree of the boxes around each polygon leaves one to four to look at, and in
 * these the crossings of a ray are counted. A point on a border belongs to the county with the lower code.
 */
public final class PlaceNames {

    private static final String RESOURCE = "/geo/counties-of-china.bin.gz";

    private final String source;
    private final List<County> counties;
    private final STRtree tree = new STRtree();

    private PlaceNames(CountyFile file) {
        this.source = file.source();
        this.counties = List.copyOf(file.counties());
        for (int i = 0; i < counties.size(); i++) {
            for (var rings : counties.get(i).polygons()) {
                tree.insert(boxOf(rings.get(0)), new Area(i, rings));
            }
        }
        tree.build();
    }

    /** The county that the place lies in; absent at sea and abroad. */
    public static Optional<PlaceName> find(WgsPoint place) {
        return Optional.ofNullable(ofChina().at(place));
    }

    /** What the names come from, and of when they are: for the credit line. */
    public static String source() {
        return ofChina().source;
    }

    /** Returns when the names are in memory, so that nobody waits for them later; tenths of a second the first time. */
    public static void read() {
        ofChina();
    }

    /** The names of China, read at the first use; see {@link ReadsPlaceNames}. */
    static PlaceNames ofChina() {
        return Holder.CHINA;
    }

    List<County> counties() {
        return counties;
    }

    private @Nullable PlaceName at(WgsPoint place) {
        var point = new Coordinate(place.longitude(), place.latitude());
        var search = new Search(point);
        tree.query(new Envelope(point), search::look);
        return search.found == Search.NOWHERE
                ? null
                : counties.get(search.found).name();
    }

    private static Envelope boxOf(CoordinateSequence ring) {
        return ring.expandEnvelope(new Envelope());
    }

    private static PlaceNames fromFile() {
        try (var stream = PlaceNames.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException(RESOURCE + " is not packaged");
            }
            return new PlaceNames(CountyFile.read(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }

    /** One polygon of the county at {@code index}; the first ring is its outside, the others are holes. */
    private record Area(int index, List<CoordinateSequence> rings) {

        boolean covers(Coordinate point) {
            if (RayCrossingCounter.locatePointInRing(point, rings.get(0)) == Location.EXTERIOR) {
                return false;
            }
            return rings.stream()
                    .skip(1)
                    .allMatch(hole -> RayCrossingCounter.locatePointInRing(point, hole) != Location.INTERIOR);
        }
    }

    /** What one query has come upon so far. */
    private static final class Search {

        private static final int NOWHERE = Integer.MAX_VALUE;

        private final Coordinate point;
        private int found = NOWHERE;

        Search(Coordinate point) {
            this.point = point;
        }

        void look(Object item) {
            var area = (Area) item;
            if (area.index < found && area.covers(point)) {
                found = area.index;
            }
        }
    }

    /** Java reads it when somebody first asks, once. */
    private static final class Holder {
        private static final PlaceNames CHINA = fromFile();
    }
}
