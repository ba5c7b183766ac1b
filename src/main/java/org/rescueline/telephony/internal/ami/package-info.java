/**
 * The wire to the switch: Asterisk-Java's manager connection, and nothing of it leaves this package.
 *
 * <p>Thread rule: Asterisk-Java calls listeners on its own threads, one event after the other. They stamp the time, put
 * the report on a queue and return at once.
 */
@NullMarked
package org.rescueline.telephony.internal.ami;

import org.jspecify.annotations.NullMarked;
