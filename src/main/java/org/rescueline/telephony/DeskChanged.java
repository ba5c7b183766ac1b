package org.rescueline.telephony;

/**
 * Somebody sat down, paused, came back, or left.
 *
 * @param left whether nobody works there any more; the desk is then as it was last
 */
public record DeskChanged(DeskView desk, boolean left) {}
