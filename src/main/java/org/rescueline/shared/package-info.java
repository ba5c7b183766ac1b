/** The words and tools every room shares: failures, ids, the one clock, facts, the outbox, the way home for callbacks. */
@NullMarked
package org.rescueline.shared;

import org.jspecify.annotations.NullMarked;
