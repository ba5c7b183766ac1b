/** Positions over HTTP, from forwarders, telephones and other platforms. */
@NullMarked
package org.rescueline.vehicle.gps.web;

import org.jspecify.annotations.NullMarked;
