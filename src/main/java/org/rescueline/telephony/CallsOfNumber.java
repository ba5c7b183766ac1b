package org.rescueline.telephony;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often a number has rung the centre or been rung by it.
 *
 * @param first when the first of those calls came or went; null when there is none
 */
public record CallsOfNumber(long count, @Nullable Instant first) {}
