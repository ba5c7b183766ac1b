/**
 * From what the switch reports to what a call is: pure values, no time, no database, no Asterisk-Java.
 *
 * <p>A leg only ever learns: each of its instants is the earliest one reported. Hence the order of reports does not
 * matter and a report told twice changes nothing.
 */
@NullMarked
package org.rescueline.telephony.internal.fold;

import org.jspecify.annotations.NullMarked;
