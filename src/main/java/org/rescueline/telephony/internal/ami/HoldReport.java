package org.rescueline.telephony.internal.ami;

import java.time.Instant;

/**
 * A phone put its other side on hold, or took it back.
 *
 * @param uniqueid of the channel at the phone that did it
 */
public record HoldReport(String uniqueid, String channel, boolean held, Instant at) {}
