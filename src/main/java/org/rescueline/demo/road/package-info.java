/** The demo's trucks on the road: where they are at each moment, and the terminal that says so. */
@NullMarked
package org.rescueline.demo.road;

import org.jspecify.annotations.NullMarked;
