/**
 * What is believed of a reported position, and why not. Plain Java: {@link org.rescueline.vehicle.gps.fix.FixSteps} is
 * the list of steps in their order, each step one class named by what it decides.
 */
@NullMarked
package org.rescueline.vehicle.gps.fix;

import org.jspecify.annotations.NullMarked;
