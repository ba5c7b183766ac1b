/** How spot checks are kept, dialled, judged and swept. */
@NullMarked
package org.rescueline.spotcheck.internal;

import org.jspecify.annotations.NullMarked;
