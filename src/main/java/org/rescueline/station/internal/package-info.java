/** The register in memory and in the database, and the steps of the ranking. */
@NullMarked
package org.rescueline.station.internal;

import org.jspecify.annotations.NullMarked;
