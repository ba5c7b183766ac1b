/** The stage table, the clocks, the flows and what they write. */
@NullMarked
package org.rescueline.rescue.internal;

import org.jspecify.annotations.NullMarked;
