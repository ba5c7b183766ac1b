package org.rescueline.telephony.internal.cel;

import java.time.Instant;

/**
 * One line of the record, with those of Asterisk's columns that the ledger reads.
 *
 * @param extra a JSON object, or empty
 */
public record CelRow(
        Instant eventTime,
        String eventType,
        String callerNumber,
        String extension,
        String channel,
        String application,
        String uniqueid,
        String linkedid,
        String extra) {}
