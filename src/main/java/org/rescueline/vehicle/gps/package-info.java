/** How positions come in: see {@code package.md} beside this file for the path and its steps. */
@NullMarked
package org.rescueline.vehicle.gps;

import org.jspecify.annotations.NullMarked;
