/** The telephone room's inside. */
@NullMarked
package org.rescueline.telephony.internal;

import org.jspecify.annotations.NullMarked;
