package org.rescueline.vehicle;

import org.jspecify.annotations.Nullable;

/**
 * One setting of a terminal.
 *
 * @param id the standard's number in hex, such as {@code 0x0029}
 * @param isSecret whether it is an access to the mobile network, whose value is not shown: then the others are null
 * @param hex the value as it stands on the wire
 * @param number the value as an unsigned number; null when it has more than four bytes
 * @param text the value as text; null when it is no text
 */
public record TerminalParameterView(
        String id,
        boolean isSecret,
        @Nullable String hex,
        @Nullable Long number,
        @Nullable String text) {}
