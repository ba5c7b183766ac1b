package org.rescueline.vehicle;

/**
 * One setting to be changed.
 *
 * @param id the standard's number
 * @param value as it stands on the wire, up to 255 bytes
 */
public record NewTerminalParameter(long id, byte[] value) {}
