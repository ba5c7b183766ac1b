/** Where positions are kept: last ones in Redis, all of them in PostgreSQL, behind one bounded and measured buffer. */
@NullMarked
package org.rescueline.vehicle.gps.store;

import org.jspecify.annotations.NullMarked;
