/**
 * The telephone side: what the switch reports becomes a ledger of calls, and what we want dialled is dialled and
 * followed to its end. See {@code package.md}.
 */
@NullMarked
package org.rescueline.telephony;

import org.jspecify.annotations.NullMarked;
