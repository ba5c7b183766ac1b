/** The case: one customer matter from first contact to closure, with everything that happened to it. */
@NullMarked
package org.rescueline.event;

import org.jspecify.annotations.NullMarked;
