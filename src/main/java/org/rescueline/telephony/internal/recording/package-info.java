/** Recordings: taken from the switch's spool into a store of our own, kept, listened to, removed. */
@NullMarked
package org.rescueline.telephony.internal.recording;

import org.jspecify.annotations.NullMarked;
