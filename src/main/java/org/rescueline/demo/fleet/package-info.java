/** The demo's register: stations, vehicles and the people around them, all invented and marked as such. */
@NullMarked
package org.rescueline.demo.fleet;

import org.jspecify.annotations.NullMarked;
