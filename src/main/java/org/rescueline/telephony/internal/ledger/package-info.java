/** The ledger of calls: reports queue up here by call, are folded in order and stored, and the rooms above are told. */
@NullMarked
package org.rescueline.telephony.internal.ledger;

import org.jspecify.annotations.NullMarked;
