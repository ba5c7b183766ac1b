/** The figures of the trade, counted from our own ledger and never from the switch's counters. */
@NullMarked
package org.rescueline.report;

import org.jspecify.annotations.NullMarked;
