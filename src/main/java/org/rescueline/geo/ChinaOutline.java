package org.rescueline.geo;

import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;

/**
 * Where GCJ-02 differs from WGS-84: a coarse outline of China's land, drawn some tens of kilometres too wide so that no
 * border town falls out of it. A bare rectangle would shift trucks in Ulaanbaatar, Almaty or Hanoi by half a
 * kilometre. Islands beyond Hainan and Taiwan have no highway a truck could stop on and are left out.
 */
final class ChinaOutline {

    /** Longitude, latitude; from the north-east corner, anticlockwise along the border and back up the coast. */
    private static final double[][] CORNERS = {
        {135.6, 48.9}, {134.4, 48.9}, {132.5, 48.2}, {131.3, 48.2}, {131.0, 49.2}, {129.8, 49.9}, {128.2, 50.1},
        {127.9, 50.8}, {127.5, 51.5}, {126.6, 52.6}, {125.7, 53.5}, {123.6, 53.9}, {120.6, 53.7}, {119.6, 52.7},
        {120.2, 52.0}, {119.0, 50.6}, {118.2, 50.0}, {116.6, 50.2}, {115.2, 48.3}, {115.3, 47.4}, {116.4, 47.5},
        {117.6, 47.2}, {118.4, 47.6}, {119.3, 46.9}, {117.5, 46.9}, {115.3, 45.9}, {113.5, 45.1}, {111.9, 45.4},
        {111.0, 44.5}, {111.4, 43.8}, {110.2, 43.0}, {107.4, 42.7}, {105.0, 42.0}, {102.0, 42.8}, {99.8, 43.0},
        {96.7, 43.1}, {96.2, 43.6}, {95.7, 44.6}, {93.7, 45.3}, {91.4, 45.5}, {91.3, 46.4}, {91.4, 47.1},
        {90.4, 48.2}, {88.4, 49.0}, {87.9, 49.5}, {86.7, 49.4}, {85.3, 48.6}, {85.2, 47.4}, {82.9, 47.5},
        {81.9, 45.5}, {79.5, 45.2}, {79.6, 44.2}, {79.9, 42.5}, {76.7, 41.4}, {75.3, 41.0}, {73.5, 40.1},
        {73.1, 39.0}, {74.0, 37.9}, {74.3, 37.0}, {75.5, 36.3}, {76.1, 35.4}, {77.6, 35.0}, {78.3, 34.4},
        {78.4, 33.6}, {78.5, 32.9}, {77.9, 32.4}, {78.4, 31.1}, {80.2, 30.2}, {81.2, 29.7}, {83.4, 29.0},
        {85.0, 28.0}, {86.4, 27.6}, {88.5, 27.6}, {88.9, 26.8}, {89.6, 27.5}, {91.2, 27.6}, {91.4, 26.6},
        {94.3, 26.8}, {95.7, 27.4}, {97.1, 27.5}, {98.2, 27.2}, {97.8, 26.0}, {97.0, 25.1}, {97.2, 23.6},
        {98.4, 23.7}, {98.5, 22.9}, {98.9, 21.8}, {101.0, 21.1}, {101.9, 20.8}, {102.5, 22.1}, {104.0, 22.3},
        {105.2, 22.9}, {106.3, 22.6}, {106.3, 21.8}, {107.9, 21.2}, {107.9, 19.5}, {108.4, 17.8}, {110.4, 17.8},
        {112.0, 19.5}, {115.5, 21.5}, {119.5, 21.3}, {121.8, 21.5}, {123.0, 25.5}, {123.3, 31.0}, {123.0, 34.0},
        {123.4, 38.5}, {124.6, 39.8}, {126.1, 40.5}, {127.0, 41.2}, {128.3, 41.2}, {128.6, 41.8}, {129.9, 42.1},
        {130.9, 42.1}, {131.6, 43.2}, {131.7, 44.6}, {133.4, 44.8}, {134.8, 47.5}
    };

    /** Built with its index at class loading; the locator is safe for many readers afterwards. */
    private static final PointOnGeometryLocator OUTLINE = locator();

    private ChinaOutline() {}

    static boolean contains(WgsPoint place) {
        return OUTLINE.locate(new Coordinate(place.longitude(), place.latitude())) != Location.EXTERIOR;
    }

    private static PointOnGeometryLocator locator() {
        var ring = new Coordinate[CORNERS.length + 1];
        for (int i = 0; i < ring.length; i++) {
            var corner = CORNERS[i % CORNERS.length];
            ring[i] = new Coordinate(corner[0], corner[1]);
        }
        var locator = new IndexedPointInAreaLocator(new GeometryFactory().createPolygon(ring));
        locator.locate(ring[0]);
        return locator;
    }
}
