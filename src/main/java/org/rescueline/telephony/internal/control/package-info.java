/** Calls in progress, moved on an operator's word: claim, ask, hand over, confer, take over; each step stored. */
@NullMarked
package org.rescueline.telephony.internal.control;

import org.jspecify.annotations.NullMarked;
