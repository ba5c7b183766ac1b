/** How cases are kept: flows, rules, entities and stores. */
@NullMarked
package org.rescueline.event.internal;

import org.jspecify.annotations.NullMarked;
