/** The switch's own record of calls (CEL), and how the ledger is mended from it after any gap. */
@NullMarked
package org.rescueline.telephony.internal.cel;

import org.jspecify.annotations.NullMarked;
