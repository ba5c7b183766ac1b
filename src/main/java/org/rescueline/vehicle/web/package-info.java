/** Vehicles over HTTP. */
@NullMarked
package org.rescueline.vehicle.web;

import org.jspecify.annotations.NullMarked;
