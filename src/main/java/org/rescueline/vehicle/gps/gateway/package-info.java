/**
 * The JT/T 808 port: connections, the terminals that speak over them, and what each of their messages is answered with.
 */
@NullMarked
package org.rescueline.vehicle.gps.gateway;

import org.jspecify.annotations.NullMarked;
