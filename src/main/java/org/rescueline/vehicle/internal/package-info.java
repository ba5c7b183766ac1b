/** Vehicles in PostgreSQL: the rules for entering them, the search, the import. */
@NullMarked
package org.rescueline.vehicle.internal;

import org.jspecify.annotations.NullMarked;
