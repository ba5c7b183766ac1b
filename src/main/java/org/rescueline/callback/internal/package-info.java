/** How callbacks are kept, dialled and swept. */
@NullMarked
package org.rescueline.callback.internal;

import org.jspecify.annotations.NullMarked;
