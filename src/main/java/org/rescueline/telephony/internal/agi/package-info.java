/** Routing advice for the switch: FastAGI, the part of it that one question and one answer need. */
@NullMarked
package org.rescueline.telephony.internal.agi;

import org.jspecify.annotations.NullMarked;
