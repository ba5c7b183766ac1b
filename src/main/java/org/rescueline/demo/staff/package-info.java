/** The demo's simulated people: colleagues who record cases, a dispatcher, the stations that go. */
@NullMarked
package org.rescueline.demo.staff;

import org.jspecify.annotations.NullMarked;
