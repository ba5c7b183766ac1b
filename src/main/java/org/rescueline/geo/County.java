package org.rescueline.geo;

import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;

/**
 * A county with its land.
 *
 * @param polygons each a list of closed rings in degrees, longitude first, the outer ring first
 */
record County(PlaceName name, List<List<CoordinateSequence>> polygons) {}
