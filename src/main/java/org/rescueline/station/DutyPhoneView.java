package org.rescueline.station;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A number that must be answered day and night. It is a business number and shown to everyone signed in.
 *
 * @param number E.164
 * @param label whose or which telephone it is
 * @param primary the one to dial first; exactly one of a station's phones
 * @param lastCheck the last check that counts
 */
public record DutyPhoneView(
        UUID id,
        String number,
        String label,
        boolean primary,
        @Nullable DutyPhoneCheck lastCheck) {}
