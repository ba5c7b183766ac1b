/** Stations, their duty phones, and which of them should go: see {@code package.md}. */
@NullMarked
package org.rescueline.station;

import org.jspecify.annotations.NullMarked;
