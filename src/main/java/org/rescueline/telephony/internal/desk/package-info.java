/** The operators' desks: who holds which, on which phone, in which state, and what the queue is told of it. */
@NullMarked
package org.rescueline.telephony.internal.desk;

import org.jspecify.annotations.NullMarked;
