/** Supervisors in calls. */
@NullMarked
package org.rescueline.telephony.internal.supervise;

import org.jspecify.annotations.NullMarked;
