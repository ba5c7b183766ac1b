package org.rescueline.architecture.bad.geodesy.station;

import net.sf.geographiclib.GeodesicData;

/** Measures past geo. */
class MeasuresByItself {

    GeodesicData distance;
}
