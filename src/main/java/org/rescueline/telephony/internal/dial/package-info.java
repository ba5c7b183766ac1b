/** Orders to ring somebody, each followed to its end across crashes of ours. */
@NullMarked
package org.rescueline.telephony.internal.dial;

import org.jspecify.annotations.NullMarked;
