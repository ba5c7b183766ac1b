/** Rescue jobs from request to closure, and the promises on the way: see {@code package.md}. */
@NullMarked
package org.rescueline.rescue;

import org.jspecify.annotations.NullMarked;
