/** Places, distances, datums, place names and roads. GeoTools and JTS stay inside; only WGS-84 values leave. */
@NullMarked
package org.rescueline.geo;

import org.jspecify.annotations.NullMarked;
